// More names for a school of nine hundred, in the order of the origins they belong to. A bar splits what stands before a name.
import { origins, type Origin } from '../names.data.ts'

const list = (names: string): string[] => names.split(',').map((name) => name.trim())

const more: readonly { first: { girls: string; boys: string }; families: string }[] = [
  {
    first: {
      girls:
        'Lieke, Amber, Iris, Sterre, Lynn, Britt, Demi, Esmée, Fleur, Guusje, Hanne, Imke, Janna, Kaat, Linde, Mirthe, Noa, Puck, Rosalie, Sanne, Tirza, Vera, Willemijn, Yfke, Zara',
      boys: 'Tim, Max, Niels, Jasper, Wessel, Ties, Rens, Mats, Jelle, Bas, Casper, Dirk, Gerben, Hidde, Jip, Kasper, Levi, Mick, Olivier, Rik, Sander, Twan, Valentijn, Wout',
    },
    families:
      'van|Dam, van den|Broek, de|Bruin, Mulder, Peters, Hermans, Smits, Verhagen, van|Leeuwen, Kok, Vermeulen, Koster, Prins, Huisman, Schouten, Willems, Brouwer, de|Haan, van der|Linden, Kuiper, Post, Scholten, Groen, van|Vliet, Bosman, Wouters, Driessen, van|Wijk, Hofman, Kramer, Timmermans, van de|Ven, de|Lange, Blom, Molenaar, van|Beek, Jacobs, Vink, Verbeek, Bosch, van|Es, van der|Veen, Martens, van|Rijn, Gerritsen, Evers, Jonker, Lammers, van|Schaik, Mol, Ruiter, de|Ridder, Koopman, van|Loon, ten|Brink, op de|Beek, in ’t|Groen, ’t|Lam, de la|Court, uit den|Bogaard, van der|Horst-Kruis, Zwart, Zijlmans, IJzerman, Quaedvlieg',
  },
  {
    first: { girls: 'Fardau, Jildou, Silke', boys: 'Sybren, Douwe, Ids' },
    families: 'Terpstra, Veenstra, Haitsma, Rinsma, Faber',
  },
  {
    first: { girls: 'Beyza, Hira, Melike, Nisa', boys: 'Berat, Kaan, Umut, Yiğit' },
    families: 'Arslan, Kılınç, Erdoğdu, Aslan, Bulut, Acar, Polat, Taş, Şimşek, Ünal, Yıldırım, Korkmaz, Çetin',
  },
  {
    first: { girls: 'Malak, Nour, Ikram, Rania', boys: 'Anas, Ayman, Hamza, Soufiane' },
    families:
      'Amrani, Bouhaddou, Chaouch, El Khatib, Fassi, Haddad, Idrissi, Jabri, Lahlou, Mansouri, Naciri, Ouali, Rahmouni, Saidi, Tahiri, Ziani, Ben Ali, El Hajji, Bakkali, Mokhtari',
  },
  {
    first: { girls: 'Jaya, Romaisa, Chelsey', boys: 'Giovanni, Akash, Jurgen' },
    families: 'Sewnath, Gopal, Codrington, Koendan, Slagveer, Zeefuik, Biharie, Djojosoeparto, Esajas, Vrede, Winklaar',
  },
  {
    first: { girls: 'Zofia, Lena, Alicja', boys: 'Filip, Kacper, Mikołaj' },
    families: 'Kowalik, Wiśnia, Lewicki, Szczepański, Jabłonka, Król, Wieczorek, Sikora',
  },
  {
    first: { girls: 'Daryna, Kira', boys: 'Bohdan, Illia' },
    families: 'Kozak, Lysenko, Hrytsenko, Moroz, Savchuk, Onyshchenko',
  },
  {
    first: { girls: 'Efua, Lan, Maryam, Saba', boys: 'Kofi, Minh, Farid, Idris' },
    families:
      'Asante, Chen, Haile, Iyer, Yusuf, Sahetapy, Trần, Adeyemi, Rahimi, Karimi, Hosseini, Owusu, Singh, Wibowo',
  },
]

/** Where the families of the school have their names from. */
export const originsOfOverkant: readonly Origin[] = origins.map((origin, at) => ({
  ...origin,
  girls: [...origin.girls, ...list(more[at]?.first.girls ?? '')],
  boys: [...origin.boys, ...list(more[at]?.first.boys ?? '')],
  families: [...origin.families, ...list(more[at]?.families ?? '')],
}))
