export { acceptInvitation, invite } from './invite.ts'
export { routes } from './routes.tsx'
export { tableCards } from './tables.ts'
export type { AccountTables } from './tables.ts'
