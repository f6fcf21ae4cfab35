import { Hono } from 'hono'
import { z } from 'zod'
import { fileLimits, fileWords, shownFiles, type FileTables, type TakenFile } from '#modules/files/index.ts'
import { findGroups } from '#modules/people/index.ts'
import { pickSchool, schoolYearAround, type PickedSchool } from '#modules/school/index.ts'
import { findChoices, OwnLine, ownSight } from '#modules/sight/index.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { typedDay } from '#platform/http/fields.ts'
import { form, upload } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam } from '#platform/http/id-param.ts'
import { freshOnce, readOnce } from '#platform/http/once.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { fullName } from '#ui/person-name.ts'
import { mayReadAnnouncements, mayWriteAnnouncements, writesAt, writesForAll } from './access.ts'
import { fieldNames, fileFields, mostFiles, type Offer } from './announcement.ts'
import { changeAnnouncement } from './change-announcement.ts'
import { anyFields, readForm, typedText, type Typed } from './form.ts'
import { AnnouncementPage } from './pages/announcement-page.tsx'
import { AnnouncementsPage } from './pages/announcements-page.tsx'
import { WritePage, type WritePageProps } from './pages/write-page.tsx'
import { paths } from './paths.ts'
import { publishAnnouncement } from './publish-announcement.ts'
import {
  findAnnouncement,
  findAnnouncements,
  findChildren,
  findFor,
  findGroupNames,
  isWritten,
  type Announcement,
  type Child,
  type AnnouncementView,
} from './queries.ts'
import { readFiles } from './read-files.ts'
import type { AnnouncementTables } from './tables.ts'
import { texts } from './texts.ts'
import { withdrawAnnouncement } from './withdraw-announcement.ts'
import { writeAnnouncement } from './write-announcement.ts'

export const routes = new Hono<AppEnv>()

/** The fields around the files are small. */
const withFiles = { upload: fileFields.length * fileLimits.bytes + 131_072 }
const said = z.enum(['bewaard', 'geplaatst', 'gewijzigd', 'ingetrokken'])

const view = (c: AppContext) => txOf<AnnouncementView>(c)
const writing = (c: AppContext) => txOf<AnnouncementTables & FileTables>(c)
const pickOwn = (c: AppContext) => pickSchool(c, (school) => writesAt(actorOf(c), school))

routes.get('/mededelingen', only(mayReadAnnouncements), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const isStaff = actor.hat === 'staff'
  const children = isStaff ? [] : await findChildren(tx, actor)
  const chosen = c.req.query('kind') ?? null
  if (chosen !== null && (actor.hat !== 'guardian' || !children.some(({ id }) => id === chosen)))
    throw new NotFound('child')
  const meant: ReadonlyMap<string, readonly Child[]> = isStaff ? new Map() : await findFor(tx, actor, children)
  const family = actor.hat === 'guardian' ? children : []
  const ofPage = chosen === null ? family : family.filter(({ id }) => id === chosen)
  const sight = ownSight(await findChoices(tx, actor, c.get('answers')), ofPage, ['messages'], c.req.query('toon'))
  // What is for the whole school, and what is important, always comes through.
  const all = (await findAnnouncements(tx, actor)).filter(
    ({ id, important, wish }) =>
      important ||
      wish.whole ||
      !sight.hidesAll(
        (meant.get(id) ?? []).map((child) => child.id),
        'messages',
      ),
  )
  return page(
    c,
    <AnnouncementsPage
      frame={frameOf(c)}
      today={actor.today}
      lines={chosen === null ? all : all.filter(({ id }) => (meant.get(id) ?? []).some((one) => one.id === chosen))}
      family={family}
      own={
        sight.leavesOut ? (
          <OwnLine lang={c.var.lang} sight={sight} hrefOf={(pupil, shown) => `${paths.ofChild(pupil)}&toon=${shown}`} />
        ) : null
      }
      chosen={chosen}
      meant={meant}
      groups={isStaff ? await findGroupNames(tx, actor) : new Map()}
      writes={mayWriteAnnouncements(actor)}
    />,
  )
})

const offerOf = async (c: AppContext, school: string): Promise<Offer> => {
  const actor = actorOf(c)
  return {
    whole: writesForAll(actor, school),
    groups: await findGroups(view(c), actor, school),
    today: actor.today,
    yearEnds: schoolYearAround(actor.today).endsOn,
  }
}

type Again = Pick<WritePageProps, 'errors' | 'typed'> & { once?: string | null }

const freshPage = async (c: AppContext, picked: PickedSchool, { errors, typed, once }: Again) =>
  page(
    c,
    <WritePage
      frame={frameOf(c)}
      picked={picked}
      offer={await offerOf(c, picked.school.id)}
      fileHint={fileWords(c.var.lang).hint}
      kept={null}
      once={once ?? freshOnce()}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )

routes.get('/mededelingen/nieuw', only(mayWriteAnnouncements), async (c) =>
  freshPage(c, await pickOwn(c), { errors: {}, typed: {} }),
)

const typedIn = (c: AppContext): Typed => {
  const typed = form(c, anyFields)
  return typed.ok ? typed.value : {}
}

const chosenFiles = (c: AppContext): (readonly [string, File])[] =>
  fileFields.flatMap((field) => {
    const file = upload(c, field)
    return file ? [[field, file] as const] : []
  })

type FilesOf = { ok: true; files: TakenFile[] } | { ok: false; errors: Record<string, string> }

/** The files of this form, when there is room for them beside those that stay. */
const filesOf = async (c: AppContext, staying: number): Promise<FilesOf> => {
  const chosen = chosenFiles(c)
  if (chosen.length + staying > mostFiles)
    return { ok: false, errors: { file1: texts(c.var.lang).form.tooMany(mostFiles) } }
  const read = await readFiles(chosen)
  return read.ok ? read : { ok: false, errors: { [read.field]: fileWords(c.var.lang).refused[read.why] } }
}

routes.post('/mededelingen', only(mayWriteAnnouncements, withFiles), async (c) => {
  const [tx, actor, picked, typed] = [view(c), actorOf(c), await pickOwn(c), typedIn(c)]
  const id = readOnce(typed['_once'])
  if (await isWritten(tx, actor, id)) return c.redirect(paths.announcement(id), 303)
  const read = readForm(typed, await offerOf(c, picked.school.id), texts(c.var.lang).form)
  const files = read.ok ? await filesOf(c, 0) : read
  if (!read.ok || !files.ok)
    return freshPage(c, picked, { errors: read.ok ? (files.ok ? {} : files.errors) : read.errors, typed, once: id })
  const { who } = actor
  const signed = fullName({
    firstName: who?.first_name ?? who?.initials,
    prefix: who?.prefix,
    lastName: who?.last_name,
  })
  await writeAnnouncement(writing(c), actor, {
    school: picked.school.id,
    id,
    content: read.content,
    signed: signed || picked.school.name,
    files: files.files,
  })
  return c.redirect(`${paths.announcement(id)}?gedaan=bewaard`, 303)
})

routes.get('/mededelingen/:id', only(mayReadAnnouncements), async (c) => {
  const [tx, actor] = [view(c), actorOf(c)]
  const announcement = await findAnnouncement(tx, actor, idParam(c))
  return page(
    c,
    <AnnouncementPage
      frame={frameOf(c)}
      announcement={announcement}
      files={shownFiles(announcement.files)}
      fileWords={fileWords(c.var.lang)}
      groups={actor.hat === 'staff' ? await findGroupNames(tx, actor) : new Map()}
      said={said.safeParse(c.req.query('gedaan')).data}
    />,
  )
})

/** The announcement of this address, for who may change it. @throws NotFound, Forbidden */
const ownOf = async (c: AppContext): Promise<Announcement> => {
  const found = await findAnnouncement(view(c), actorOf(c), idParam(c))
  if (!found.changes) throw new Forbidden('announcement')
  return found
}

/** The same, unless it is withdrawn: that is for good. @throws Conflict */
const livingOf = async (c: AppContext): Promise<Announcement> => {
  const found = await ownOf(c)
  if (found.state === 'withdrawn') throw new Conflict('withdrawn')
  return found
}

const typedOf = ({ title, body, important, showsFrom, showsUntil, wish }: Announcement): Typed => ({
  title,
  body,
  from: typedDay(showsFrom),
  until: typedDay(showsUntil),
  reach: wish.whole ? 'alles' : 'groepen',
  ...(important ? { important: 'on' } : {}),
  ...Object.fromEntries(wish.whom.map((whom) => [whom, 'on'])),
  ...Object.fromEntries(wish.groups.map((group) => [fieldNames.group(group), 'on'])),
})

const changePage = async (c: AppContext, kept: Announcement, { errors, typed }: Again) =>
  page(
    c,
    <WritePage
      frame={frameOf(c)}
      picked={null}
      offer={await offerOf(c, kept.school)}
      fileHint={fileWords(c.var.lang).hint}
      kept={kept}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )

routes.get('/mededelingen/:id/wijziging', only(mayWriteAnnouncements), async (c) => {
  const kept = await livingOf(c)
  return changePage(c, kept, { errors: {}, typed: typedOf(kept) })
})

routes.post('/mededelingen/:id/wijziging', only(mayWriteAnnouncements, withFiles), async (c) => {
  const [kept, typed] = [await livingOf(c), typedIn(c)]
  const offer = await offerOf(c, kept.school)
  const read = readForm(typed, offer, texts(c.var.lang).form)
  const off = kept.files.map(({ id }) => id).filter((id) => typedText(typed, fieldNames.takeOff(id)) !== '')
  const files = read.ok ? await filesOf(c, kept.files.length - off.length) : read
  if (!read.ok || !files.ok)
    return changePage(c, kept, { errors: read.ok ? (files.ok ? {} : files.errors) : read.errors, typed })
  await changeAnnouncement(writing(c), actorOf(c), kept, { content: read.content, files: files.files, off })
  return c.redirect(`${paths.announcement(kept.id)}?gedaan=${kept.state === 'draft' ? 'bewaard' : 'gewijzigd'}`, 303)
})

routes.post('/mededelingen/:id/publicatie', only(mayWriteAnnouncements), async (c) => {
  const kept = await livingOf(c)
  // Pressed twice it is posted once.
  if (kept.state === 'draft') await publishAnnouncement(writing(c), actorOf(c), kept)
  return c.redirect(`${paths.announcement(kept.id)}?gedaan=geplaatst`, 303)
})

routes.post('/mededelingen/:id/intrekking', only(mayWriteAnnouncements), async (c) => {
  const kept = await ownOf(c)
  if (kept.state !== 'withdrawn') await withdrawAnnouncement(writing(c), actorOf(c), kept)
  return c.redirect(`${paths.announcement(kept.id)}?gedaan=ingetrokken`, 303)
})
