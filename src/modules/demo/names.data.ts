// Names as they stand beside each other in a Dutch class, put together by hand: nobody of these exists. A bar splits what
// stands before a last name from that name.

export type Origin = {
  /** How many families in a hundred. */
  share: number
  /** In which language the school writes to some of these parents. */
  language: string
  girls: readonly string[]
  boys: readonly string[]
  women: readonly string[]
  men: readonly string[]
  families: readonly string[]
}

const list = (names: string): string[] => names.split(',').map((name) => name.trim())

export const origins: readonly Origin[] = [
  {
    share: 50,
    language: 'nl',
    girls: list(
      'Noor, Saar, Fien, Lotte, Zoë, Evi, Liv, Roos, Sophie, Julia, Nina, Anna, Fenna, Maud, Pleun, Tess, Floor, Jasmijn, Romée, Elin, Veerle, Marijn, Hannah, Isa',
    ),
    boys: list(
      'Sem, Daan, Finn, Luuk, Bram, Guus, Mees, Thijs, Teun, Jurre, Lars, Stijn, Ruben, Floris, Hugo, Pim, Siem, Gijs, Koen, Tijn, Boaz, Joris, Loïs, IJsbrand',
    ),
    women: list(
      'Marloes, Sanne, Esther, Wendy, Judith, Marieke, Linda, Inge, Femke, Suzanne, Kim, Ellen, Renske, Carolien, Mirjam, Anneke',
    ),
    men: list(
      'Jeroen, Mark, Bart, Erik, Sander, Dennis, Martijn, Niels, Paul, Wouter, Arjan, Rik, Maarten, Frank, Geert, Robbert-Jan',
    ),
    families: list(
      'Jansen, de|Vries, van den|Berg, Bakker, van|Dijk, Visser, Smit, Meijer, de|Boer, Mulder, de|Groot, Bos, Vos, Peters, Hendriks, van|Leeuwen, Dekker, van der|Linden, Brouwer, de|Wit, van den|Brink, Kok, in ’t|Veld, van ’t|Hoff, ’t|Hart, van der|Heijden, Schouten, Willems, Post, Kuipers, op den|Camp, d’|Hondt, ter|Horst, IJzerman, van den|Heuvel-Rijnders, Coëlho, de la|Rivière, van|Wassenburg tot Oudshoorn-Zevenhuizen',
    ),
  },
  {
    share: 5,
    language: 'nl',
    girls: list('Jikke, Fardau, Hylkje, Nynke, Froukje, Sjoukje, Wytske, Maaike'),
    boys: list('Jelte, Sjoerd, Wybren, Hidde, Fedde, Tjalling, Jorrit, Sytse'),
    women: list('Tjitske, Baukje, Ytsje, Renskje, Afke'),
    men: list('Douwe, Sietse, Klaas-Jan, Rients, Ype'),
    families: list('Hoekstra, Dijkstra, Wiersma, Sjoerdsma, Boonstra, Ypma, van der|Meulen, de|Jager'),
  },
  {
    share: 11,
    language: 'tr',
    girls: list('Elif, Zeynep, Defne, Ecrin, Ayşe Naz, İlayda, Esila, Büşra'),
    boys: list('Emir, Kerem, Yusuf, Ömer, Mert, Çağan, Barış, Eymen'),
    women: list('Hatice, Emine, Gülşen, Özlem, Fatma, Songül'),
    men: list('Mehmet, Hüseyin, Murat, İbrahim, Cengiz, Yaşar'),
    families: list('Yılmaz, Özdemir, Kaya, Demir, Şahin, Çelik, Öztürk, Doğan, Aydın, Koç, Güneş, Karadağ'),
  },
  {
    share: 12,
    language: 'ar',
    girls: list('Amira, Inaya, Salma, Nora, Yasmina, Hiba, Lina, Sara'),
    boys: list('Adam, Rayan, Ilyas, Bilal, Zakaria, Ayoub, Mohamed-Amin, Nassim'),
    women: list('Fatima, Naïma, Khadija, Samira, Rachida, Malika'),
    men: list('Mohammed, Rachid, Hassan, Abdellah, Karim, Mustapha'),
    families: list(
      'El Amrani, Benali, Aït Haddou, Bouzid, El Idrissi, Chaoui, Ouali, Ben Moussa, El Khattabi, Azzouzi, Al-Sayed, Haddad',
    ),
  },
  {
    share: 8,
    language: 'nl',
    girls: list('Shanaya, Chayenne, Anjali, Kiara, Xaviera, Mei-Lin'),
    boys: list('Jayden, Rishi, Dylano, Quincy, Ravi, Jermaine'),
    women: list('Chantal, Sharda, Mavis, Sharon, Usha, Muriël'),
    men: list('Clyde, Radjesh, Humphrey, Stanley, Soeresh, Errol'),
    families: list(
      'Ramdin, Wijngaarde, Pinas, Ramautarsing, Kartosen, Tjon A Fat, Lieuw-A-Sie, Doekhi, Bhagwandas, Martis, Rosaria, Leito',
    ),
  },
  {
    share: 6,
    language: 'pl',
    girls: list('Zuzanna, Maja, Oliwia, Łucja, Hanna, Małgorzata'),
    boys: list('Jakub, Szymon, Antoni, Wojciech, Miłosz, Stanisław'),
    women: list('Agnieszka, Katarzyna, Magdalena, Bożena'),
    men: list('Piotr, Krzysztof, Paweł, Łukasz'),
    families: list('Nowak, Wójcik, Mazur, Krawczyk, Pawlak, Dąbek, Zając, Grzybek'),
  },
  {
    share: 4,
    language: 'uk',
    girls: list('Sofiia, Zlata, Polina, Solomiia'),
    boys: list('Danylo, Maksym, Tymofii, Nazar'),
    women: list('Oksana, Iryna, Natalia, Yuliia'),
    men: list('Andrii, Serhii, Volodymyr, Taras'),
    families: list('Shevchuk, Bondarenko, Kravets, Tkachuk, Melnyk, Zakharchenko'),
  },
  {
    share: 4,
    language: 'en',
    girls: list('Amina, Naomi, Xin Yi, Selamawit, Keerthana, Ni Luh'),
    boys: list('Kwame, Wei, Yonas, Arjun, Abdirahman, Putu'),
    women: list('Grace, Fang, Tsige, Nirmala, Hodan'),
    men: list('Samuel, Jian, Tesfay, Suresh, Wayan'),
    families: list(
      'Mensah, Zhou, Tesfamariam, Balasubramaniam-Ramanathapillai, Warsame, Pattinasarany, Nguyễn, Okonkwo',
    ),
  },
]
