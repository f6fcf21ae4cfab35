/** The text of dist/index.js, which is written unless said otherwise. */
export function buildModule(options?: { readonly write?: boolean }): Promise<string>
export function buildTypes(): void
