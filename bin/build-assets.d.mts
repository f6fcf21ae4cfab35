/** Builds what a browser fetches beside a page. @returns logical name → address */
export declare const buildAssets: (outdir?: string) => Promise<Record<string, string>>
