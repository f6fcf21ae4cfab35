import type { FC } from 'hono/jsx'
import { Checks } from '../form/checks.tsx'
import { TextArea } from '../form/text-area.tsx'
import { AttachedFiles } from '../part/attached-files.tsx'
import { Fold } from '../part/fold.tsx'
import { Section } from '../part/section.tsx'
import { Written } from '../part/written.tsx'

/** What people write, what hangs on it, and what it is written with. */
export const WrittenParts: FC = () => (
  <Section id="geschreven" title="Geschreven">
    <TextArea
      name="tekst"
      label="Tekst"
      hint="Een lege regel begint een nieuwe alinea."
      value={'</textarea><b>Saar</b>'}
    />
    <Checks
      id="voor-wie"
      label="Voor wie?"
      error="Kies voor wie het is"
      options={[
        { name: 'ouders', label: 'Ouders', checked: true },
        { name: 'leerlingen', label: 'Leerlingen', checked: false },
      ]}
    />
    <Written text={'Beste ouders,\n\nKijk op https://school.example/sportdag. <b>Tot dan.</b>'} />
    <AttachedFiles
      alt={(name) => `Foto ${name}`}
      words={{ open: 'Foto in het groot', download: 'PDF downloaden' }}
      files={[
        {
          kind: 'picture',
          name: 'a.jpg',
          href: '/bestanden/a',
          small: { href: '/bestanden/a/klein', width: 900, height: 600 },
        },
        { kind: 'pdf', name: 'brief over de sportdag van alle groepen.pdf', href: '/bestanden/b' },
      ]}
    />
    <Fold title="Eerder (2)">
      <p>Wat ouder is.</p>
    </Fold>
  </Section>
)
