// The least a program can be: one connection to the database, one page.
import { createServer, type Server } from 'node:http'
import pg from 'pg'

const [host = '', user = '', database = ''] = process.argv.slice(2)
const client = new pg.Client({ host, user, database })
await client.connect()
await client.query('select 1')
createServer((_request, response) => response.writeHead(200).end('ok')).listen(0, '127.0.0.1', function (this: Server) {
  const address = this.address()
  process.stdout.write(`ready ${typeof address === 'object' ? address?.port : ''}\n`)
})
