import { Hono } from 'hono'
import { choiceForm, deviceWords, endReplaced, shortestPassword, type StartedSession } from '#modules/accounts/index.ts'
import { anyone } from '#platform/access/rules.ts'
import { poolOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { setSessionCookie } from '#platform/http/cookies.ts'
import { form } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { normalWord, readBirthDate, type Answer } from './answer.ts'
import { mayJoin } from './add-to-session.ts'
import { answerLetter, type Answered, type Holder, type Shown } from './answer-letter.ts'
import { readCode, slipKey } from './code.ts'
import { answerForm, codeForm, hasChoice, slipForm } from './forms.ts'
import { ChoosePage } from './pages/choose-page.tsx'
import { CodePage, type CodePageProps } from './pages/code-page.tsx'
import { QuestionPage, type QuestionPageProps } from './pages/question-page.tsx'
import { SlipPage, type SlipPageProps } from './pages/slip-page.tsx'
import { paths } from './paths.ts'
import type { LettersView } from './queries.ts'
import { doorTexts } from './door/texts.ts'
import { usedHere } from './used-here.ts'
import { countWrong, isFlooded } from './wrong-answers.ts'

export const doorRoutes = new Hono<AppEnv>()

const codePage = (c: AppContext, props: Omit<CodePageProps, 'frame'> = {}, status: 200 | 404 | 422 = 200) => {
  openDoor(c)
  return page(c, <CodePage frame={frameOf(c)} {...props} />, status)
}

const questionPage = (
  c: AppContext,
  props: Omit<QuestionPageProps, 'frame' | 'joins'>,
  status: 200 | 422 | 429 = 200,
) => {
  openDoor(c)
  return page(c, <QuestionPage frame={frameOf(c)} joins={mayJoin(c.var.actor)} {...props} />, status)
}

doorRoutes.get('/brief', only(anyone), (c) => codePage(c))

doorRoutes.post('/brief', only(anyone), async (c) => {
  const words = doorTexts(c.var.lang)
  const typed = form(c, codeForm(words))
  if (!typed.ok) return codePage(c, { code: typed.values.code, errors: typed.errors }, 422)
  const code = readCode(typed.value.code)
  if (code === null) return codePage(c, { code: typed.value.code, errors: { code: words.code.wrong } }, 422)
  return c.redirect(paths.letter(code), 303)
})

const codeOf = (c: AppContext): string | null => readCode(c.req.param('letter') ?? '')
const badCode = (c: AppContext) =>
  codePage(c, { code: c.req.param('letter'), errors: { code: doorTexts(c.var.lang).code.wrong } }, 404)

// Looking uses nothing: links in mails are opened by machines before a person does.
doorRoutes.get('/brief/:letter', only(anyone), async (c) => {
  const code = codeOf(c)
  if (code === null) return badCode(c)
  // Who scans it again on the same device is in already.
  if (c.var.actor !== null && (await usedHere(txOf<LettersView>(c), c.var.actor, hashOf(code))))
    return c.redirect('/', 303)
  return questionPage(c, { code })
})

const holderOf = (c: AppContext): Holder => ({
  token: c.var.session,
  device: deviceWords(c.req.header('user-agent')),
})

const isBusy = (c: AppContext): boolean => isFlooded(c.var.house.db, c.var.house.clock.now().getTime())

/** Judges what was shown, unless so many were wrong in the last minute, from this address or from all, that it is not judged. */
const judge = async (c: AppContext, shown: Shown): Promise<Answered | 'busy'> => {
  const { house } = c.var
  const address = house.addressOf(c)
  if (isBusy(c) || house.wrongTries.wait(address) > 0) return 'busy'
  const answered = await answerLetter(poolOf<LettersView>(c), shown, holderOf(c))
  if (!answered.ok && answered.why === 'wrong') {
    countWrong(house.db, house.clock.now().getTime())
    house.wrongTries.count(address)
  }
  return answered
}

const comeIn = async (c: AppContext, session: StartedSession | null): Promise<Response> => {
  if (session !== null) {
    await endReplaced(c)
    setSessionCookie(c, session.token, session.seconds)
  }
  return c.redirect('/vandaag', 303)
}

/** What was answered, or the sentence that says why it is no answer. */
const answerOf = (c: AppContext, typed: Record<'day' | 'month' | 'year' | 'word', string>): Answer | string => {
  const words = doorTexts(c.var.lang).question
  const word = normalWord(typed.word)
  const dateTyped = [typed.day, typed.month, typed.year].some((part) => part.trim() !== '')
  if (!dateTyped) return word === '' ? words.missing : { born: null, word }
  const today = c.var.house.clock.now().toISOString().slice(0, 10)
  return { born: readBirthDate(typed, today) ?? '', word: word === '' ? null : word }
}

doorRoutes.post('/brief/:letter', only(anyone, { door: true }), async (c) => {
  const code = codeOf(c)
  if (code === null) return badCode(c)
  const words = doorTexts(c.var.lang)
  const typed = form(c, answerForm)
  const values = typed.ok ? typed.value : typed.values
  const again = (day: string, status: 422 | 429 = 422) => questionPage(c, { code, values, errors: { day } }, status)
  if (!typed.ok) return again(words.question.noDate)
  const answer = answerOf(c, typed.value)
  if (typeof answer === 'string') return again(answer)
  if (answer.born === '') return again(words.question.noDate)
  const chosen = form(c, choiceForm(c.var.lang))
  const shown = {
    codeHash: hashOf(code),
    answer,
    join: typed.value.where === 'account',
    ...(chosen.ok ? { choice: chosen.value } : {}),
  }
  const answered = await judge(c, shown)
  if (answered === 'busy') return again(words.question.busy, 429)
  if (answered.ok) return comeIn(c, answered.session)
  if (answered.why === 'wait') return again(words.question.wait(answered.seconds), 429)
  if (answered.why === 'wrong') return again(words.question.wrong)
  if (answered.why === 'not joined') return again(words.join.refused)
  const choose = (errors: Readonly<Record<string, string>>, status: 200 | 422) =>
    page(
      c,
      <ChoosePage
        frame={frameOf(c)}
        code={code}
        answered={typed.value}
        shortest={shortestPassword}
        login={chosen.ok ? chosen.value.login : chosen.values.login}
        errors={errors}
      />,
      status,
    )
  if (answered.why === 'login taken') return choose({ login: words.choose.taken }, 422)
  // The first time nothing was chosen yet, and nothing is wrong.
  return form(c, hasChoice).ok && !chosen.ok ? choose(chosen.errors, 422) : choose({}, 200)
})

const slipPage = (
  c: AppContext,
  props: Omit<SlipPageProps, 'frame' | 'shortest'> = {},
  status: 200 | 422 | 429 = 200,
) => {
  openDoor(c)
  return page(c, <SlipPage frame={frameOf(c)} shortest={shortestPassword} {...props} />, status)
}

doorRoutes.get('/inlogbriefje', only(anyone), (c) => slipPage(c))

doorRoutes.post('/inlogbriefje', only(anyone, { door: true }), async (c) => {
  const words = doorTexts(c.var.lang)
  const typed = form(c, slipForm(words))
  const chosen = form(c, choiceForm(c.var.lang))
  const errors = { ...(chosen.ok ? {} : { password: chosen.errors.password ?? '' }), ...(typed.ok ? {} : typed.errors) }
  const login = typed.ok ? typed.value.login : typed.values.login
  if (!typed.ok || !chosen.ok) return slipPage(c, { login, errors }, 422)
  const answered = await judge(c, {
    codeHash: hashOf(slipKey(typed.value.login, typed.value.firstPassword)),
    answer: { born: null, word: null },
    choice: { login: typed.value.login, password: chosen.value.password },
    triesBy: hashOf(`slip ${typed.value.login}`),
  })
  if (answered === 'busy') return slipPage(c, { login, errors: { login: words.question.busy } }, 429)
  if (answered.ok) return comeIn(c, answered.session)
  if (answered.why === 'wait')
    return slipPage(c, { login, errors: { login: words.question.wait(answered.seconds) } }, 429)
  return slipPage(c, { login, errors: { login: words.slip.wrong } }, 422)
})
