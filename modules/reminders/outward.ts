/** What the operator has said about sending; without it nothing leaves the house. */
export interface Outward {
  /** Of an SMTP server, with the account's name and password in it. */
  readonly smtp: string | undefined
  readonly from: string | undefined
  /** Where people reach the product, for links; no slash at the end. */
  readonly site: string | undefined
  /** Origins robots may stand at besides the makers' own; the only ones that may be inside the network. */
  readonly origins: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** From the environment, with a sentence for every setting that is wrong. */
export function readOutward(env: Environment): { outward: Outward; wrong: readonly string[] } {
  const wrong: string[] = []
  const url = (name: string, protocols: readonly string[], example: string): URL | undefined => {
    const given = env[name]
    if (!given) return undefined
    const read = URL.parse(given)
    if (read && protocols.includes(read.protocol) && read.hostname) return read
    wrong.push(`${name}（应形如 ${example}）`)
    return undefined
  }
  const smtp = url("QIAOLIANG_SMTP_URL", ["smtp:", "smtps:"], "smtps://user:password@smtp.example.edu.cn")
  const site = url("QIAOLIANG_PUBLIC_URL", ["https:", "http:"], "https://xsh.example.edu.cn")
  const from = env.QIAOLIANG_MAIL_FROM || undefined
  if (from && !/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(from.replace(/>$/, "")))
    wrong.push("QIAOLIANG_MAIL_FROM（应形如 桥梁 <xsh@example.edu.cn>）")
  if (smtp && !from) wrong.push("QIAOLIANG_MAIL_FROM（设了 QIAOLIANG_SMTP_URL 就要有发件人）")
  if (smtp && !env.QIAOLIANG_PUBLIC_URL)
    wrong.push("QIAOLIANG_PUBLIC_URL（设了 QIAOLIANG_SMTP_URL 就要有网址，邮件里的链接用它）")
  const origins = (env.QIAOLIANG_WEBHOOK_ORIGINS ?? "").split(",").flatMap((given) => {
    if (!given.trim()) return []
    const read = URL.parse(given.trim())
    if (read && /^https?:$/.test(read.protocol) && read.origin === given.trim()) return [read.origin]
    wrong.push("QIAOLIANG_WEBHOOK_ORIGINS（应为逗号隔开的 https://host[:port]，后面不带路径）")
    return []
  })
  return {
    outward: {
      smtp: smtp?.href,
      from,
      site: site && `${site.origin}${site.pathname.replace(/\/+$/, "")}`,
      origins,
    },
    wrong,
  }
}

/** Whether e-mail can be sent at all. */
export const mailReady = (o: Outward): boolean => Boolean(o.smtp && o.from && o.site)
