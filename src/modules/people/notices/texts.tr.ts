import type { NoticeTexts } from './texts.nl.ts'

export const tr: NoticeTexts = {
  ask: (name, school) =>
    `Burada bu çocuğun bilgilerini kendiliğinden görmezsiniz: ${name}. Ama nasıl gittiğini okula sorabilirsiniz${school === null ? '' : ` (${school})`}. İdareyi arayın veya e-posta yazın. Önemli şeyleri size söylerler. Bu sizin hakkınızdır (Hollanda Medeni Kanunu, madde 1:377c).`,
  adult: (name) =>
    `${name} 18 yaşında veya daha büyük. Kimlerin görebileceğine kendisi karar verir. Görmek ister misiniz? Kendisine sorun.`,
  sixteen: (name, days) =>
    `${days} 16 yaşına giriyor: ${name}. O günden sonra fotoğraflar ve gizlilik için kendisi karar verir. Siz okulda nasıl gittiğini görmeye devam edersiniz.`,
  eighteen: (name, days) =>
    `${days} 18 yaşına giriyor: ${name}. O günden sonra burada onun hakkında bir şey görmezsiniz. Bunu size yalnız kendisi yeniden açabilir.`,
  ownSixteen: (days) =>
    `${days} 16 yaşına giriyorsun. O günden sonra fotoğraflar ve gizlilik için sen karar verirsin. Annen ve baban okulda nasıl gittiğini görmeye devam eder.`,
  ownEighteen: (days) =>
    `${days} 18 yaşına giriyorsun. O günden sonra annen ve baban burada seninle ilgili bir şey görmez. Onlara ancak sen izin verirsin.`,
  inDays: (number) => (number === 1 ? 'Yarın' : `${number} gün sonra`),
}
