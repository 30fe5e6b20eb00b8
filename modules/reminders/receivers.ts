import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"

/** Those whom the tests send to, on this machine. */
export async function openReceivers() {
  // A mail server as a university has one; `full` makes it answer that it cannot just now.
  const letters: { to: string; text: string }[] = []
  const state = { full: false }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address: to }, _, done) =>
      done(to.startsWith("nobody") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        if (!state.full) letters.push({ to: session.envelope.rcptTo[0]!.address, text: decoded(raw) })
        done(state.full ? Object.assign(new Error("mailbox full"), { responseCode: 452 }) : null)
      })
    },
  })
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready))

  // A robot's side, as its maker documents it: refuses what is not signed for now.
  const heard: { kind: string; text: string }[] = []
  const secret = "SEC-of-the-test"
  const robots = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x")
    void text(request).then((raw) => {
      const body = JSON.parse(raw)
      const say = (of: object) => response.end(JSON.stringify(of))
      if (url.pathname === "/away") return response.writeHead(302, { location: "/wecom" }).end()
      if (url.pathname === "/dingtalk") {
        const timestamp = url.searchParams.get("timestamp")
        const right = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64")
        if (url.searchParams.get("sign") !== right) return say({ errcode: 310000, errmsg: "sign not match" })
        heard.push({ kind: "dingtalk", text: body.text.content })
      }
      if (url.pathname === "/feishu") {
        const right = createHmac("sha256", `${body.timestamp}\n${secret}`).digest("base64")
        if (body.sign !== right) return say({ code: 19021, msg: "sign match fail" })
        heard.push({ kind: "feishu", text: body.content.text })
        return say({ code: 0, msg: "success" })
      }
      if (url.pathname === "/wecom") heard.push({ kind: "wecom", text: body.text.content })
      return say({ errcode: 0, errmsg: "ok" })
    })
  })
  await new Promise<void>((ready) => robots.listen(0, "127.0.0.1", ready))
  const origin = `http://127.0.0.1:${(robots.address() as AddressInfo).port}`

  return {
    letters,
    heard,
    state,
    secret,
    origin,
    smtp: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    close: async () => {
      robots.close()
      await new Promise<void>((done) => smtp.close(() => done()))
    },
  }
}

/** Head and body as the reader sees them. */
function decoded(raw: string): string {
  const [head = "", body = ""] = raw.split(/\r\n\r\n/)
  const subject = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map((m) =>
    Buffer.from(m[1]!, "base64").toString(),
  )
  const plain = /quoted-printable/.test(head)
    ? Buffer.from(
        body
          .replaceAll("=\r\n", "")
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString()
    : /base64/.test(head)
      ? Buffer.from(body, "base64").toString()
      : body
  return `${subject.join("")}\n${plain}`
}
