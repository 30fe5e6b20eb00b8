import { lookup } from "node:dns"
import http from "node:http"
import https from "node:https"
import type { LookupFunction } from "node:net"
import { isInside } from "./robot-address.ts"

const patience = 10_000
const most = 64 * 1024

/** Names that lead into the machine or a private network are refused at the moment of connecting. */
const outsideOnly: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0)
    const found = addresses.find((a) => isInside(a.address))
    const first = addresses[0]
    if (found || !first) return done(new Error(`${hostname} 指向内部网络`), "", 0)
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })

/** POST as JSON; follows no redirect. `trusted`: the operator has named the origin, wherever it leads. */
export function postJson(
  url: URL,
  body: object,
  trusted: boolean,
): Promise<{ status: number; text: string }> {
  const { request } = url.protocol === "https:" ? https : http
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        signal: AbortSignal.timeout(patience),
        ...(trusted ? {} : { lookup: outsideOnly }),
      },
      (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (part: string) => {
          text += part
          if (text.length > most) call.destroy(new Error("回应过长"))
        })
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }))
        response.on("error", reject)
      },
    )
    call.on("error", reject)
    call.end(JSON.stringify(body))
  })
}
