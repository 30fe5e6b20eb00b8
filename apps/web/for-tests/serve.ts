import { existsSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join } from "node:path"
import { answers, type State } from "./fixtures.ts"

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
}
// As the real server sends it: what breaks under it must break here.
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'"

/** The built apps over fixture answers, served as the product serves them. */
export async function serve(dist: string) {
  const state: State = { signedIn: true, empty: false }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x")
    const send = (code: number, type: string, body: string | Buffer) =>
      response.writeHead(code, { "content-type": type, "content-security-policy": policy }).end(body)
    const answer = answers[url.pathname]
    if (url.pathname.startsWith("/api/")) {
      let body = ""
      request.on("data", (part) => {
        body += part
      })
      request.on("end", () => {
        const fields = body ? JSON.parse(body) : Object.fromEntries(url.searchParams)
        if (state.refuse && request.method === "POST")
          return send(422, "application/json", JSON.stringify({ error: state.refuse }))
        if (!answer)
          return send(
            404,
            "application/json",
            JSON.stringify({ error: { code: "not-found", because: "没有" } }),
          )
        return send(200, "application/json", JSON.stringify(answer(state, fields)))
      })
      return
    }
    const file = join(dist, url.pathname)
    if (extname(file) && existsSync(file)) {
      send(200, types[extname(file)] ?? "application/octet-stream", readFileSync(file))
      return
    }
    const office = /^\/(office|sign-in)(\/|$)/.test(url.pathname)
    const page = office ? "office.html" : url.pathname === "/me" ? "me.html" : "index.html"
    send(200, "text/html", readFileSync(join(dist, page)))
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return { state, url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
