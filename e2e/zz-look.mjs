import { chromium } from 'playwright-core'
const base='http://127.0.0.1:4107'
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const mk = async (w,h,dark=false)=>{const c=await b.newContext({viewport:{width:w,height:h},javaScriptEnabled:false,locale:'nl-NL',colorScheme:dark?'dark':'light'});return c.newPage()}
const signIn = async (p,name)=>{await p.goto(base+'/inloggen');await p.locator('button.persona',{has:p.getByText(name,{exact:true})}).click()}
const d = await mk(1280,900)
await d.goto(base+'/inloggen'); await d.screenshot({path:'/tmp/l-door.png'})
await signIn(d,'Anouk Verbeek')
await d.goto(base+'/brieven'); await d.screenshot({path:'/tmp/l-office.png',fullPage:true})
const st = await d.context().storageState()
const ph = await (await b.newContext({viewport:{width:360,height:740},javaScriptEnabled:false,storageState:st,locale:'nl-NL',colorScheme:'dark'})).newPage()
await ph.goto(base+'/brieven'); await ph.screenshot({path:'/tmp/l-office-phone.png',fullPage:true})
await d.locator('#klassen tbody a').nth(2).click(); await d.screenshot({path:'/tmp/l-class.png',fullPage:true})
await d.getByRole('button',{name:'Brieven maken en printen'}).click(); await d.screenshot({path:'/tmp/l-sheets.png'})
await d.pdf({path:'/tmp/l-sheets.pdf',preferCSSPageSize:true})
const code = (await d.locator('.sheet-letters code').first().innerText()).replaceAll(' ','')
await d.emulateMedia({media:'print'}); await d.setViewportSize({width:794,height:1123}); await d.screenshot({path:'/tmp/l-print.png',fullPage:false})
const f = await mk(360,740)
await f.goto(base+'/brief'); await f.screenshot({path:'/tmp/l-code.png',fullPage:true})
await f.goto(base+'/brief/'+code); await f.screenshot({path:'/tmp/l-question.png',fullPage:true})
await f.getByLabel('Dag').fill('31'); await f.getByRole('button',{name:'Open',exact:true}).click(); await f.screenshot({path:'/tmp/l-wrong.png',fullPage:true})
await f.goto(base+'/inlogbriefje'); await f.screenshot({path:'/tmp/l-slip.png',fullPage:true})
console.log(code); await b.close()
