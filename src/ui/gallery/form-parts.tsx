import type { FC } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { Check, Choice } from '../form/choice.tsx'
import { FileField } from '../form/file-field.tsx'
import { Form } from '../form/form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { Select } from '../form/select.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Frame } from '../layout/frame.ts'
import { Section } from '../part/section.tsx'

export const formErrors = {
  '': 'Kies een bestand of een map',
  day: 'Kies een eerste dag vanaf morgen',
  why: 'Kies een reden',
  file: 'Kies een bestand',
}

export const FormParts: FC<{ frame: Frame }> = ({ frame }) => (
  <Section id="velden" title="Kiezen en invullen">
    <Form frame={frame} action="/inlezen" class="stack-l" multipart>
      <TextField name="name" label="Naam" value={'"><b>Saar</b>'} autocomplete="name" />
      <TextField
        name="day"
        label="Eerste dag"
        hint="Bijvoorbeeld 12-5-2026"
        value="13-4-2026"
        error={formErrors.day}
        short
        inputmode="numeric"
      />
      <TextArea
        name="line"
        label="Wat wil je laten weten?"
        hint="Hoogstens 200 tekens"
        value={'Oma haalt Saar op.\nOm kwart over twee.'}
      />
      <PasswordField name="password" label="Wachtwoord" autocomplete="current-password" />
      <Select
        name="school"
        label="School"
        empty="Kies een school"
        value="klimboom"
        options={[
          { value: 'klimboom', label: 'De Klimboom' },
          { value: 'overkant', label: 'Lyceum De Overkant' },
        ]}
      />
      <FileField name="file" label="Bestand" hint="EDEXML of CSV" accept=".xml,.csv" error={formErrors.file} />
      <Choice
        name="why"
        label="Waarom vraag je verlof?"
        error={formErrors.why}
        options={[
          { value: 'family', label: 'Familie', line: 'Trouwen, jubileum, ziekte of overlijden' },
          { value: 'faith', label: 'Geloof', line: 'Een feestdag van jullie geloof' },
        ]}
      />
      <Choice
        name="missing"
        label="Wat doen we met deze 6 leerlingen?"
        labelHidden
        pair
        value="keep"
        options={[
          { value: 'keep', label: 'Laten staan', line: 'Er verandert niets voor deze kinderen en hun ouders.' },
          { value: 'each', label: 'Per leerling kiezen', line: 'Uitschrijven vraagt altijd een datum.' },
        ]}
      />
      <LaterParts />
      <Check name="sure" label="Ik weet het zeker" line="Er gaan 6 leerlingen van school." checked />
      <p>
        <Button look="main">Verder</Button>
      </p>
    </Form>
  </Section>
)

const LaterParts: FC = () => (
  <>
    <Choice
      name="way"
      label="Hoe mag het?"
      row
      options={[
        { value: 'paper', label: 'op papier' },
        { value: 'screen', label: 'op scherm' },
        { value: 'either', label: 'mag allebei' },
      ]}
    />
    <TextArea name="more" label="Uitleg" hint="Mag leeg blijven" value={'Eerst lezen.\nDan maken.'} />
  </>
)
