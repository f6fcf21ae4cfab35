// The least a sign-in can be: one password hashed, as many at once as the machine has threads for it.
import { argon2, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { promisify } from 'node:util'

const derive = promisify(argon2)
// As src/modules/accounts/password.ts has it.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

createServer((_request, response) => {
  const asked = { message: Buffer.from('vier groene fietsen'), nonce: randomBytes(16), ...cost }
  derive('argon2id', asked).then(
    () => response.writeHead(200).end('ok'),
    () => response.writeHead(500).end(),
  )
}).listen(0, '127.0.0.1', function (this: Server) {
  const address = this.address()
  process.stdout.write(`ready ${typeof address === 'object' ? address?.port : ''}\n`)
})
