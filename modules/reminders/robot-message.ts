import { createHmac } from "node:crypto"
import type { RobotKind } from "./robot-address.ts"

/** One call to a robot as its maker documents it. */
export interface Call {
  readonly url: string
  readonly body: Readonly<Record<string, unknown>>
}

const hmac = (key: string, message: string): string =>
  createHmac("sha256", key).update(message).digest("base64")

/** The message, signed for this moment. DingTalk signs in the address by milliseconds, Feishu in the body by seconds. */
export function callOf(kind: RobotKind, url: string, secret: string | null, text: string, now: Date): Call {
  if (kind === "wecom") return { url, body: { msgtype: "text", text: { content: text } } }
  if (kind === "dingtalk") {
    const timestamp = `${now.getTime()}`
    const signed = new URL(url)
    signed.searchParams.set("timestamp", timestamp)
    signed.searchParams.set("sign", hmac(secret ?? "", `${timestamp}\n${secret}`))
    return { url: signed.href, body: { msgtype: "text", text: { content: text } } }
  }
  const timestamp = `${Math.floor(now.getTime() / 1000)}`
  return {
    url,
    body: { timestamp, sign: hmac(`${timestamp}\n${secret}`, ""), msg_type: "text", content: { text } },
  }
}

/** What the robot answered: null when it took the message, else its own number and words. */
export function refusedBy(status: number, body: string): string | null {
  if (status !== 200) return `HTTP ${status}`
  const said = parsed(body)
  const code = said.errcode ?? said.code ?? said.StatusCode
  return code === 0 ? null : `${code ?? "?"} ${said.errmsg ?? said.msg ?? ""}`.trim().slice(0, 200)
}

function parsed(body: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(body)
    return typeof said === "object" && said ? (said as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
