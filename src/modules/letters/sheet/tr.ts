import type { SheetWords } from './words.ts'

export const tr: SheetWords = {
  lang: 'tr',
  dir: 'ltr',
  title: (child) => `Okul gününü böyle görürsünüz: ${child}`,
  intro: (child, school) =>
    `Bu mektupla bugün okulda ne olduğunu telefonunuzda görürsünüz. Çocuk: ${child}. Okul: ${school}. Şifre gerekmez.`,
  introPupil: (school) => `Bu mektupla okul hesabını açarsın. Okul: ${school}. Hesapta ders programın ve günün var.`,
  scan: 'Telefonunuzun kamerasını açın ve bu mektuptaki kareye tutun. Bağlantıya dokunun.',
  answer: (child) => `Doğum tarihini yazın: gün, ay ve yıl. Çocuk: ${child}.`,
  answerWord: 'Okuldan bu haftanın kelimesini isteyin. Danışmada veya telefonda söylerler. Kelimeyi yazın.',
  answerPupil: 'Doğum tarihini yaz: gün, ay ve yıl.',
  ready: (child) => `Tamam. Günü görürsünüz: ${child}. Bu cihazda hep böyle kalır.`,
  readyPupil: 'Bir kullanıcı adı ve bir şifre seç. Tamam.',
  noCamera: (address) => `Taramak olmuyor mu? Bu adrese gidin: ${address} ve bu kodu yazın:`,
  code: 'Kod',
  until: (day) => `Mektup bir kez çalışır. Son gün: ${day}.`,
  secret: 'Mektubu iyi saklayın ve kimseye vermeyin.',
  help: 'Olmuyor mu veya mektup çok mu eski? Okuldan yeni bir mektup isteyin. Bu kısa sürer.',
  toGuardian: 'Anne, baba veya veliye',
}
