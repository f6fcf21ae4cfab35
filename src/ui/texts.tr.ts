import type { UiTexts } from './texts.nl.ts'

export const tr: UiTexts = {
  skip: 'İçeriğe geç',
  mainNav: 'Ana menü',
  menu: 'Menü',
  account: 'Hesabım',
  signOut: 'Çıkış yap',
  toWork: 'İşin için giriş yap',
  language: 'Dil',
  onlyDutch: 'Bu sayfanın henüz Türkçesi yok. Sayfayı Felemenkçe (Nederlands) görüyorsunuz.',
  readAloud: { start: 'Sesli oku', pause: 'Ara ver', resume: 'Okumaya devam et', stop: 'Durdur' },
  actAs: 'Şu anki rolünüz:',
  synthetic: 'deneme ortamı, uydurma isimler',
  wrongTitle: 'Bir sorun var',
  wrongPrefix: 'Hata: ',
  here: 'Bulunduğunuz yer',
  pages: 'Sayfalar',
  table: (caption) => `Tablo: ${caption}`,
  previous: 'Önceki',
  next: 'Sonraki',
  pageOf: (page, of) => `Sayfa ${page} / ${of}`,
  reference: 'Numara:',
  home: 'Başlangıca git',
  errors: {
    'bad-request': {
      title: 'Bunu okuyamadık',
      line: 'Bize anlamadığımız bir şey geldi. Hiçbir şey değişmedi. Geri dönün ve tekrar deneyin.',
    },
    'too-large': {
      title: 'Bu çok büyük',
      line: 'Gönderdiğiniz dosya çok büyük. Hiçbir şey değişmedi. Geri dönün ve daha küçük bir dosya seçin.',
    },
    'not-found': {
      title: 'Böyle bir sayfa yok',
      line: 'Adres doğru mu, bakın. Ya da başlangıca gidin ve sayfayı orada arayın.',
    },
    forbidden: {
      title: 'Bu yapılmadı',
      line: 'Bu hesapla bunu yapamazsınız ya da sayfa çok uzun süre açık kaldı. Hiçbir şey değişmedi. Geri dönün ve sayfayı yeniden açın.',
    },
    conflict: {
      title: 'Bu zaten değişmiş',
      line: 'Başka biri sizden önce yaptı. Hiçbir şey değişmedi. Sayfayı yeniden açın ve hâlâ gerekli mi, bakın.',
    },
    'too-many': {
      title: 'Biraz bekleyin',
      line: 'Bunu çok sık denediniz. On beş dakika sonra tekrar deneyin.',
    },
    broken: {
      title: 'Bizde bir şey ters gitti',
      line: 'Bu sizin hatanız değil. Biraz sonra tekrar deneyin. Yine olmuyorsa bu numarayı okulunuza söyleyin.',
    },
  },
}
