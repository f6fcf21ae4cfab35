/** Runs an island once for each element that asks for it, after the page is there. A page is whole without its islands. */
export const mount = (selector: string, start: (element: HTMLElement) => void): void => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) start(element)
}
