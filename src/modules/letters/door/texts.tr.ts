import type { DoorTexts } from './texts.nl.ts'

export const tr: DoorTexts = {
  code: {
    title: 'Bende kodlu bir mektup var',
    line: 'Mektuptaki kareyi telefonunuzun kamerasıyla tarayın. Olmuyor mu? O zaman kodu buraya yazın.',
    field: 'Mektuptaki kod',
    hint: 'On altı karakter, örneğin AB2C D3EF GH4J KM5N. Büyük harf ve boşluk fark etmez.',
    submit: 'Devam et',
    missing: 'Mektuptaki kodu yazın',
    wrong: 'Bu kodda bir yanlış var. Karakter karakter bakın. Kodda 0 ve 1 rakamları ile I, L, O ve U harfleri yoktur',
    slip: 'Öğrenciyim, giriş kâğıdım var',
    signIn: 'Zaten bir hesabım var',
  },
  question: {
    title: 'Bir soru daha',
    heading: 'Çocuk ne zaman doğdu?',
    line: 'Mektup sizin hakkınızda mı? O zaman kendi doğum tarihinizi yazın.',
    day: 'Gün',
    month: 'Ay',
    year: 'Yıl',
    example: 'Örneğin 7 3 2016',
    submit: 'Aç',
    wordSummary: 'Mektubumda bir kelime sormam gerektiği yazıyor',
    word: 'Okulun kelimesi',
    wordHint: 'Okul bu kelimeyi danışmada veya telefonda söyler. Her hafta değişir.',
    missing: 'Günü, ayı ve yılı yazın',
    noDate: 'Bu bir tarih değil. Günü, ayı ve yılı rakamla yazın',
    wrong:
      'Cevap doğru değil veya mektup artık çalışmıyor. Bir daha bakın. Olmuyor mu? Okuldan yeni bir mektup isteyin',
    wait: (seconds) =>
      seconds > 90
        ? `Birkaç kez denediniz. ${Math.ceil(seconds / 60)} dakika bekleyin`
        : `Birkaç kez denediniz. ${seconds} saniye bekleyin`,
    busy: 'Şu anda çok yoğun. Bir dakika bekleyin ve tekrar deneyin',
    now: (name) => `Bu cihazda giriş yapan: ${name}. Devam ederseniz bu değişebilir.`,
  },
  choose: {
    title: 'Bir kullanıcı adı ve şifre seçin',
    line: 'Bundan sonra her cihazda bunlarla giriş yaparsınız.',
    login: 'Kullanıcı adı',
    loginHint: 'Aklınızda kalacak bir ad. E-posta adresiniz de olur.',
    password: 'Şifre',
    passwordHint: (shortest) => `En az ${shortest} karakter. Arka arkaya birkaç kelime iyidir ve kolay akılda kalır.`,
    submit: 'Hesabı kullanmaya başla',
    taken: 'Bu kullanıcı adını başka biri kullanıyor. Başka bir ad seçin',
  },
  slip: {
    title: 'Giriş kâğıdınla gir',
    line: 'Kâğıtta ne yazıyorsa onu yaz. Sonra kendin bir şifre seç.',
    login: 'Kâğıttaki kullanıcı adı',
    first: 'Kâğıttaki ilk şifre',
    firstHint: 'On iki karakter. Büyük harf ve boşluk fark etmez.',
    firstMissing: 'İlk şifreyi yaz',
    loginMissing: 'Kullanıcı adını yaz',
    own: 'Kendi şifren',
    submit: 'Giriş yap',
    wrong: 'Kullanıcı adı veya ilk şifre doğru değil ya da kâğıt artık çalışmıyor',
  },
  join: {
    heading: 'Bu çocuğu kendi hesabına eklemek ister misin?',
    line: (name) =>
      `Şu an ${name} olarak giriş yaptın. Mektup sana mı geldi? O zaman bu çocuğu giriş yaptığın her cihazda görürsün.`,
    yes: 'Evet, hesabıma ekle',
    no: 'Hayır, yalnızca bu cihazda',
    noLine: (name) => `Hayır dersen ${name} bu cihazda artık girişli olmayabilir.`,
    refused:
      'Cevabın doğru, ama bu çocuk bu hesaba eklenemiyor. Mektup hâlâ geçerli. Yalnızca bu cihazı seç ya da okula sor',
  },
  own: {
    title: 'Bir şifre oluşturun',
    line: 'Şifreyle başka bir cihazda da girebilirsiniz. Siz olduğunuzu şöyle anlarız:',
    heading: (child) => `${child} ne zaman doğdu?`,
    wrong: 'Bu doğru değil. Bir daha bakın',
    submit: 'Şifre oluştur',
    each: 'Şifre bu okuldaki bütün çocuklarınız içindir. Önce her çocuğun mektubunu bu cihazda açın',
    only: (school) => `Bu şifre şu okul için: ${school}. Diğer okulunuz için mektup hâlâ gerekli.`,
  },
  mail: {
    subject: 'Okuldan mektubunuz hazır',
    text: (link, day) =>
      [
        'Bu bağlantıyla çocuğunuzun okul gününü telefonunuzda görürsünüz. Şifre gerekmez.',
        '',
        link,
        '',
        'Çocuğunuz hakkında bir soruya cevap verirsiniz. Sonra o cihazda girişiniz açık kalır.',
        `Bağlantı bir kez çalışır. Son gün: ${day}. Kimseye vermeyin.`,
        'Olmuyor mu? Okuldan yeni bir bağlantı isteyin.',
        '',
      ].join('\n'),
  },
}
