// A passkey can only be asked for by a script: this shows the button, asks the device, and sends its answer with the form.
import { mount } from '#ui/island.ts'

type Credential = PublicKeyCredential & { response: AuthenticatorResponse }

const bytes = (base64url: string): ArrayBuffer => {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0)).buffer
}

const base64url = (buffer: ArrayBuffer): string => {
  const text = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** What the server offers, as it stands in JSON; the browser wants bytes in some places. */
type Offer = {
  challenge: string
  rp?: { id: string; name: string }
  rpId?: string
  user?: { id: string; name: string; displayName: string }
  pubKeyCredParams?: PublicKeyCredentialParameters[]
  excludeCredentials?: { id: string }[]
  authenticatorSelection?: AuthenticatorSelectionCriteria
  timeout?: number
  userVerification?: UserVerificationRequirement
}

const ask = (offer: Offer): Promise<unknown> => {
  const challenge = bytes(offer.challenge)
  const { rp, user, timeout = 60_000 } = offer
  if (rp === undefined || user === undefined)
    return navigator.credentials.get({
      publicKey: { challenge, timeout, rpId: offer.rpId ?? location.hostname, userVerification: 'required' },
    })
  return navigator.credentials.create({
    publicKey: {
      challenge,
      timeout,
      rp,
      user: { ...user, id: bytes(user.id) },
      pubKeyCredParams: offer.pubKeyCredParams ?? [],
      excludeCredentials: (offer.excludeCredentials ?? []).map(({ id }) => ({ type: 'public-key', id: bytes(id) })),
      authenticatorSelection: offer.authenticatorSelection ?? {},
      attestation: 'none',
    },
  })
}

const told = (credential: Credential): string => {
  const parts: Record<string, string> = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'] as const) {
    const part: unknown = Reflect.get(credential.response, name)
    if (part instanceof ArrayBuffer) parts[name] = base64url(part)
  }
  const id = base64url(credential.rawId)
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: parts })
}

// Our own server wrote it.
const isOffer = (read: unknown): read is Offer => typeof read === 'object' && read !== null && 'challenge' in read

const offerFor = async (form: HTMLFormElement, { offer = '', purpose = '' }: DOMStringMap): Promise<Offer> => {
  const token = new FormData(form).get('_form')
  const body = new URLSearchParams({ _form: typeof token === 'string' ? token : '', doel: purpose })
  const answer = await fetch(offer, { method: 'POST', body })
  if (!answer.ok) throw new Error('no offer')
  const read: unknown = await answer.json()
  if (!isOffer(read)) throw new Error('no offer')
  return read
}

mount('form.passkey', (form) => {
  const [button, wrong, answer] = [
    form.querySelector('button'),
    form.querySelector('p'),
    form.querySelector<HTMLInputElement>('input[data-offer]'),
  ]
  if (!(form instanceof HTMLFormElement) || !button || !wrong || !answer) return
  if (typeof PublicKeyCredential === 'undefined') return
  button.hidden = false
  button.addEventListener('click', () => {
    wrong.hidden = true
    offerFor(form, answer.dataset)
      .then(ask)
      .then((credential) => {
        if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
        answer.value = told(credential)
        form.submit()
      })
      .catch(() => {
        wrong.hidden = false
      })
  })
})
