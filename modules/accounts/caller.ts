import { isIPv4, isIPv6 } from "node:net"
import type { FastifyRequest } from "fastify"
import { sha256 } from "./code.ts"

/** Where a call comes from. `address` is a hash, for counting guesses; `place` what the person is shown. */
export interface Caller {
  readonly address: string
  readonly place: string
  readonly device: string
}

export function callerOf(request: FastifyRequest): Caller {
  const ip = request.ip.replace(/^::ffff:(?=\d+\.)/, "")
  return {
    address: sha256(network(ip)).slice(0, 32),
    place: place(ip),
    device: device(request.headers["user-agent"] ?? ""),
  }
}

/** One IPv6 customer has a whole /64. */
const network = (ip: string): string => (isIPv6(ip) ? groups(ip).slice(0, 4).join(":") : ip)

export function place(ip: string): string {
  if (isIPv4(ip)) return ip.replace(/\d+$/, "*")
  return isIPv6(ip) ? `${groups(ip).slice(0, 3).join(":")}:*` : ""
}

function groups(ip: string): string[] {
  const [head = "", tail] = ip.split("%")[0]!.split("::")
  const before = head ? head.split(":") : []
  const after = tail ? tail.split(":") : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill("0"), ...after]
}

/** Names and versions lie; this is only so that a person recognises a session of theirs. */
export function device(agent: string): string {
  const system = [
    [/iPhone|iPad/, "iOS"],
    [/HarmonyOS/, "HarmonyOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ] as const
  const browser = [
    [/MicroMessenger/, "微信"],
    [/Edg\//, "Edge"],
    [/Firefox/, "Firefox"],
    [/Chrome|Chromium/, "Chrome"],
    [/Safari/, "Safari"],
  ] as const
  const name = (of: readonly (readonly [RegExp, string])[]) => of.find(([sign]) => sign.test(agent))?.[1]
  return [name(browser), name(system)].filter(Boolean).join(" · ") || "未知设备"
}
