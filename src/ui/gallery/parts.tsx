import type { FC } from 'hono/jsx'
import { Button, ButtonLink } from '../form/button.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { ChildrenSwitch } from '../part/children-switch.tsx'
import { Counts } from '../part/counts.tsx'
import { Empty } from '../part/empty.tsx'
import { Facts } from '../part/facts.tsx'
import { Fold } from '../part/fold.tsx'
import { LinkSwitch } from '../part/link-switch.tsx'
import { Lessons } from '../part/lessons.tsx'
import { Name } from '../part/name.tsx'
import { Note } from '../part/note.tsx'
import { DifferenceRow, Rows } from '../part/rows.tsx'
import { Card, Section } from '../part/section.tsx'
import { Steps } from '../part/steps.tsx'
import { Synthetic, Tag } from '../part/tag.tsx'
import { Who } from '../part/who.tsx'
import { DataTable } from '../table/data-table.tsx'
import { Pager } from '../table/pager.tsx'

const longName = 'Charlotte-Sophie Wilhelmina ’t Hooft-van der Wetering tot Oud-Zuilenburgersteeg'

export const ButtonParts: FC = () => (
  <Section id="knoppen" title="Knoppen">
    <form class="row" action="/" method="get">
      <Button look="main">Hoofddaad</Button>
      <Button>Tweede daad</Button>
      <Button look="plain" icon="calendar">
        Gewoon
      </Button>
      <Button look="link">Als tekst</Button>
      <Button look="plain" about="op Windows, Firefox">
        Uitloggen
      </Button>
      <ButtonLink href="/leerlingen" look="plain">
        {longName}
      </ButtonLink>
    </form>
  </Section>
)

export const MarkParts: FC = () => (
  <Section id="merken" title="Merken en mededelingen">
    <p class="row">
      <Tag>morgen</Tag>
      <Tag tone="notice" icon="cancelled">
        vervalt
      </Tag>
      <Tag tone="hold" icon="waiting">
        wacht
      </Tag>
      <Tag tone="done" icon="done">
        opgelost
      </Tag>
      <Tag tone="error" icon="attention">
        mislukt
      </Tag>
      <Synthetic />
      <Who name="Merel" tone={1} />
      <Who name="Timo" tone={2} />
      <Who name="Şenay" tone={3} />
      <Who name="Anouk Verbeek" initials={2} large />
    </p>
    <Note>
      <strong>Er is nog niets veranderd.</strong> Dit is een proef. <a href="#knoppen">Lees meer</a>
    </Note>
    <Note tone="hold">Dit wacht tot morgen 7.00 uur.</Note>
    <Note tone="notice">De school heeft het rooster van vandaag niet gestuurd.</Note>
    <Empty>Hier komen de bestanden die je inleest.</Empty>
    <Facts
      items={[
        { term: 'Inlognaam', value: 'selma@example.nl' },
        { term: 'Naam', value: <Name>{longName}</Name> },
      ]}
    />
  </Section>
)

const changes = [
  { line: 57, name: '’t Hooft-van der Wetering, Lieve', before: '1234ab', after: '1234 AB' },
  { line: 92, name: 'Özdemir, Şenay', before: 'Ã–zdemir', after: 'Özdemir' },
  { line: 140, name: 'Nguyễn, Ngọc Anh', before: '', after: '4B' },
  { line: 1301, name: longName, before: 'x'.repeat(60), after: 'y'.repeat(60) },
  { line: 1302, name: 'العربية, سلمى', before: '4A', after: '4B' },
]

export const TableParts: FC = () => (
  <Section id="tabellen" title="Tabellen" deed={<a href="#merken">Alle 37 bekijken</a>}>
    <Steps labels={['Bestand kiezen', 'Proef bekijken', 'Inlezen']} current={1} />
    <Counts
      label="Ga naar een deel van de proef"
      items={[
        { value: 14, label: 'Nieuw', line: 'krijgen een code per post', href: '#tabellen' },
        { value: 37, label: 'Gewijzigd', line: 'waarvan 5 van groep', href: '#tabellen' },
        { value: 12_355, label: 'Gelijk', line: 'niets te doen' },
        { value: 9, label: 'Hersteld', line: 'kijk ze na', href: '#tabellen', icon: 'done' },
        { value: 3, label: 'Geweigerd', line: 'jouw hulp nodig', href: '#tabellen', icon: 'attention', asks: true },
      ]}
    />
    <DataTable
      caption="Herstelde velden"
      captionHidden
      columns={[
        { head: 'Regel', number: true, cell: (row) => row.line },
        { head: 'Leerling', rowHead: true, cell: (row) => <Name>{row.name}</Name> },
        { head: 'Klopt', on: 'paper', cell: () => null },
        { head: 'In het bestand', on: 'screen', cell: (row) => <del>{row.before}</del> },
        { head: 'Wordt', cell: (row) => <ins>{row.after}</ins> },
      ]}
      rows={changes}
    />
    <DataTable
      caption="Een tabel zonder rijen"
      columns={[{ head: 'Leerling', rowHead: true, cell: (row: string) => row }]}
      rows={[]}
    />
    <Pager page={2} pages={9} hrefOf={(page) => `?bladzijde=${page}`} />
  </Section>
)

export const DayParts: FC = () => (
  <>
    <div class="stack">
      <PageHead title="Maandag 23 november" />
      <ChildrenSwitch
        label="Kies een kind"
        all={{ href: '/vandaag', label: 'Allebei', current: true }}
        items={[
          { href: '?kind=1', name: 'Merel', current: false, tone: 1 },
          { href: '?kind=2', name: 'Timo', current: false, tone: 2 },
          { href: '?kind=3', name: longName, current: false, tone: 3 },
        ]}
      />
    </div>
    <LinkSwitch
      label="Kies een school"
      items={[
        { href: '?school=1', label: 'De Klimboom', current: true },
        { href: '?school=2', label: 'Lyceum De Overkant', current: false },
      ]}
    />
    <Section id="anders" title="Anders dan gewoon" size="small">
      <Rows>
        <DifferenceRow
          icon="cancelled"
          tone="notice"
          of={{ name: 'Merel', line: '3c', tone: 1 }}
          tag={{ label: 'vandaag', tone: 'notice' }}
          what="Gym om 13.40 uur vervalt"
        >
          Merel is om 13.30 uur klaar.
        </DifferenceRow>
        <DifferenceRow
          icon="calendar"
          of={{ name: longName, line: '4B', tone: 2 }}
          tag={{ label: 'morgen' }}
          what={`Studiedag: ${longName} is vrij`}
        />
        <DifferenceRow
          icon="waiting"
          tone="hold"
          what="Zonder kind erbij"
          deed={<ButtonLink href="#anders">Beantwoord</ButtonLink>}
        />
      </Rows>
    </Section>
    <MerelsDay />
    <Fold title="De afgelopen week">
      <p>Rekenen: bladzijde 34.</p>
    </Fold>
    <Card id="leeg" title={longName} deed={<a href="/week">Week</a>}>
      <p class="muted">Vandaag staan er geen lessen in het rooster.</p>
    </Card>
  </>
)

const MerelsDay: FC = () => (
  <Card id="merel" title="Merel, Lyceum De Overkant">
    <Lessons
      items={[
        { start: '08:30', clock: '8.30', subject: 'Nederlands', place: 'lokaal 12' },
        {
          start: '09:20',
          clock: '9.20',
          subject: 'Wiskunde',
          place: 'lokaal 4, was 16',
          tag: { label: 'ander lokaal', tone: 'notice' },
        },
        {
          start: '10:30',
          clock: '10.30',
          subject: 'Levensbeschouwelijke maatschappijwetenschappen',
          tag: { label: 'ander lokaal', tone: 'notice', icon: 'school' },
        },
        {
          start: '13:40',
          clock: '13.40',
          subject: 'Gym',
          cancelled: true,
          tag: { label: 'vervalt', tone: 'notice' },
        },
      ]}
    />
  </Card>
)
