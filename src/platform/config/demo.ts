import { isLoopback } from './loopback.ts'

interface DemoSettings {
  readonly demo: boolean | null
  readonly host: string
  readonly publicUrl: string | null
}

/** Whether the demo schools are offered at all: as DEMO says, and unless it says so only on a machine's own address. */
export const demoWanted = ({ demo, host, publicUrl }: DemoSettings): boolean =>
  demo ?? (isLoopback(host) && publicUrl === null)

/** Whether the demo answers this request: a proxy in front means others can reach it, so then DEMO=1 must have been said. */
export const demoAnswers = (settings: DemoSettings, headers: Headers): boolean =>
  demoWanted(settings) && (settings.demo === true || !carriesForwardingHeader(headers))

const EXACT = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-forwarded-for',
  'x-original-host',
  'x-envoy-external-address',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
  'cdn-loop',
  'fastly-client-ip',
  'tailscale-user-login',
])

/** Whether a proxy or tunnel passed this request on, as far as its headers tell. */
export const carriesForwardingHeader = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => EXACT.has(name) || name === 'x-forwarded' || name.startsWith('x-forwarded-'))
