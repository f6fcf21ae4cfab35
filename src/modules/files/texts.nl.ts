/** Dutch, B1: what people read about a file they send. */
export const nl = {
  hint: 'Een foto (JPEG, PNG of WebP) of een PDF, tot 15 MB. Plaats en tijd van een foto halen we eruit.',
  refused: {
    empty: 'Dit bestand is leeg. Kies een ander bestand.',
    'too-large': 'Dit bestand is te groot. Kies een bestand tot 15 MB.',
    heic: 'Deze foto is HEIC, dat kunnen we niet lezen. Open op je iPhone Instellingen, Camera, Formaten en kies Meest compatibel. Of maak een schermafdruk van de foto.',
    'no-picture': 'Kies een foto: JPEG, PNG of WebP.',
    unknown: 'Dit bestand nemen we niet aan. Kies een foto (JPEG, PNG of WebP) of een PDF.',
    broken: 'Dit bestand is kapot of niet af. Open het zelf, bewaar het opnieuw en kies het nog eens.',
    'too-many-pixels': 'Deze foto is te groot van afmeting. Maak hem eerst kleiner.',
    'too-much': 'Dit bestand is te zwaar om te lezen. Maak het kleiner en kies het nog eens.',
    locked: 'Deze PDF heeft een wachtwoord. Bewaar hem zonder wachtwoord en kies hem nog eens.',
    acts: 'In deze PDF zit een programma of een formulier dat iets verstuurt. Druk hem af naar een nieuwe PDF en kies die.',
    'holds-files': 'In deze PDF zitten andere bestanden. Druk hem af naar een nieuwe PDF en kies die.',
  },
  open: 'Foto in het groot',
  download: 'PDF downloaden',
}

export type Texts = typeof nl
