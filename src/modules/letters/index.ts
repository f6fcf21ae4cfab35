export { jobs } from './jobs.ts'
export { nav } from './nav.ts'
export { routes, speaks } from './routes.tsx'
