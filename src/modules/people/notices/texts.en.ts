import type { NoticeTexts } from './texts.nl.ts'

export const en: NoticeTexts = {
  ask: (name, school) =>
    `Of ${name} you see nothing here by itself. You may ask ${school ?? 'the school'} how things are. Call or mail the office. You then hear what is important. That is your right (article 1:377c of the Dutch civil code).`,
  adult: (name) => `${name} is 18 or older and decides who looks along. Would you like to? Ask ${name}.`,
  sixteen: (name, days) =>
    `${days} ${name} turns 16. From then on ${name} decides about photos and privacy. You keep seeing how it goes at school.`,
  eighteen: (name, days) =>
    `${days} ${name} turns 18. From then on you see nothing of ${name} here. Only ${name} can open that for you again.`,
  ownSixteen: (days) =>
    `${days} you turn 16. From then on you decide about photos and privacy. Your parents keep seeing how it goes at school.`,
  ownEighteen: (days) =>
    `${days} you turn 18. From then on your parents see nothing of you here, until you let them look along.`,
  inDays: (number) => (number === 1 ? 'Tomorrow' : `In ${number} days`),
}
