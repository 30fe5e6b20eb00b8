import { BlockList, isIP } from "node:net"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"

export type RobotKind = "wecom" | "dingtalk" | "feishu"

interface Maker {
  readonly name: string
  readonly host: string
  /** Path and query as the maker's settings page gives them. */
  readonly shape: RegExp
  /** Whether its messages are signed with a secret of its own. */
  readonly signs: boolean
}

/** Where the makers' robots stand, by their documentation. WeCom has no signature: the key is in the address. */
export const makers: Readonly<Record<RobotKind, Maker>> = {
  wecom: {
    name: "企业微信",
    host: "qyapi.weixin.qq.com",
    shape: /^\/cgi-bin\/webhook\/send\?key=[\w-]+$/,
    signs: false,
  },
  dingtalk: {
    name: "钉钉",
    host: "oapi.dingtalk.com",
    shape: /^\/robot\/send\?access_token=\w+$/,
    signs: true,
  },
  feishu: {
    name: "飞书",
    host: "open.feishu.cn",
    shape: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
    signs: true,
  },
}

/** An address the server may call: the maker's own, or at an origin the operator has named. Never any other. */
export function robotUrl(kind: RobotKind, given: string, origins: readonly string[]): Result<URL, Refusal> {
  const { name, host, shape } = makers[kind]
  const url = URL.parse(given.trim())
  const plain = url && !url.username && !url.password && !url.hash
  if (plain && origins.includes(url.origin)) return ok(url)
  const official = plain && url.origin === `https://${host}` && shape.test(url.pathname + url.search)
  return official
    ? ok(url)
    : refuse("invalid", `这不是${name}群机器人的地址`, {
        at: "url",
        cure: `请原样粘贴${name}群机器人设置页给出的地址，以 https://${host}/ 开头；自建的转发地址须先由系统管理员列入 QIAOLIANG_WEBHOOK_ORIGINS`,
      })
}

// Two lists: an IPv4 address is looked for among the IPv6 nets as well, wrapped as ::ffff:0:0/96.
const inside4 = new BlockList()
const inside6 = new BlockList()
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inside4.addSubnet(net, bits, "ipv4")
for (const [net, bits] of [
  ["::", 127],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside6.addSubnet(net, bits, "ipv6")

/** Addresses of the machine itself and of private networks, also those wrapped in IPv6; and what is none. */
export function isInside(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return inside4.check(address, "ipv4")
  return family === 0 || inside6.check(address, "ipv6")
}
