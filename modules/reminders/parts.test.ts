import { createHmac } from "node:crypto"
import { describe, expect, it } from "vitest"
import { digestMail, isDue, linesOf } from "./digest.ts"
import { nextTry } from "./outbox.ts"
import { readOutward } from "./outward.ts"
import { isInside, robotUrl } from "./robot-address.ts"
import { callOf, refusedBy } from "./robot-message.ts"

describe("the operator's settings", () => {
  it("are none by default, and then nothing is sent", () => {
    expect(readOutward({})).toEqual({
      outward: { smtp: undefined, from: undefined, site: undefined, origins: [] },
      wrong: [],
    })
  })
  it("are read, and every wrong one is named", () => {
    const { outward, wrong } = readOutward({
      QIAOLIANG_SMTP_URL: "smtps://u:p@mail.example.edu.cn",
      QIAOLIANG_MAIL_FROM: "桥梁 <xsh@example.edu.cn>",
      QIAOLIANG_PUBLIC_URL: "https://xsh.example.edu.cn/",
      QIAOLIANG_WEBHOOK_ORIGINS: "https://im.example.edu.cn, http://10.1.2.3:8080",
    })
    expect(wrong).toEqual([])
    expect(outward).toMatchObject({
      site: "https://xsh.example.edu.cn",
      origins: ["https://im.example.edu.cn", "http://10.1.2.3:8080"],
    })
    const bad = readOutward({
      QIAOLIANG_SMTP_URL: "mail.example.edu.cn",
      QIAOLIANG_PUBLIC_URL: "xsh",
      QIAOLIANG_WEBHOOK_ORIGINS: "https://im.example.edu.cn/hook",
    })
    expect(bad.wrong.map((s) => s.split("（")[0])).toEqual([
      "QIAOLIANG_SMTP_URL",
      "QIAOLIANG_PUBLIC_URL",
      "QIAOLIANG_WEBHOOK_ORIGINS",
    ])
    expect(readOutward({ QIAOLIANG_SMTP_URL: "smtp://localhost" }).wrong).toHaveLength(2)
  })
})

describe("an address the server may call", () => {
  const takes = (kind: "wecom" | "dingtalk" | "feishu", url: string, origins: string[] = []) =>
    robotUrl(kind, url, origins).ok
  it("is the maker's own, in the shape of its robots", () => {
    expect(takes("wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx")).toBe(true)
    expect(takes("dingtalk", "https://oapi.dingtalk.com/robot/send?access_token=abc123")).toBe(true)
    expect(takes("feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/9f1c-22")).toBe(true)
  })
  it.each([
    "http://oapi.dingtalk.com/robot/send?access_token=abc123",
    "https://oapi.dingtalk.com:8443/robot/send?access_token=abc123",
    "https://oapi.dingtalk.com/user/get?access_token=abc123",
    "https://oapi.dingtalk.com/robot/send?access_token=abc123&to=elsewhere",
    "https://oapi.dingtalk.com.evil.example/robot/send?access_token=abc123",
    "https://oapi.dingtalk.com@127.0.0.1/robot/send?access_token=abc123",
    "https://user:pass@oapi.dingtalk.com/robot/send?access_token=abc123",
    "https://open.feishu.cn/open-apis/bot/v2/hook/9f1c-22",
    "https://127.0.0.1/robot/send?access_token=abc123",
    "https://localhost/robot/send?access_token=abc123",
    "https://[::1]/robot/send?access_token=abc123",
    "https://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "not an address",
  ])("is not %s", (url) => expect(takes("dingtalk", url)).toBe(false))
  it("may be an origin the operator has named, and no other port of it", () => {
    expect(takes("dingtalk", "http://10.1.2.3:8080/relay", ["http://10.1.2.3:8080"])).toBe(true)
    expect(takes("dingtalk", "http://10.1.2.3:8081/relay", ["http://10.1.2.3:8080"])).toBe(false)
  })
  it("leads nowhere inside, however it is written", () => {
    for (const a of [
      "127.0.0.1",
      "10.0.0.1",
      "172.31.9.9",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
    ])
      expect(isInside(a), a).toBe(true)
    for (const a of [
      "::1",
      "::",
      "fe80::1",
      "fd00::1",
      "::ffff:127.0.0.1",
      "::ffff:7f00:1",
      "64:ff9b::7f00:1",
    ])
      expect(isInside(a), a).toBe(true)
    for (const a of ["203.119.129.1", "172.32.0.1", "2400:3200::1"]) expect(isInside(a), a).toBe(false)
  })
})

describe("a message to a robot", () => {
  const now = new Date("2025-11-17T23:30:00.123Z")
  it("is signed for DingTalk in the address, by milliseconds and the secret as key", () => {
    const { url, body } = callOf(
      "dingtalk",
      "https://oapi.dingtalk.com/robot/send?access_token=t",
      "SEC1",
      "字",
      now,
    )
    const { searchParams } = new URL(url)
    expect(searchParams.get("timestamp")).toBe(`${now.getTime()}`)
    expect(searchParams.get("sign")).toBe(
      createHmac("sha256", "SEC1").update(`${now.getTime()}\nSEC1`).digest("base64"),
    )
    expect(body).toEqual({ msgtype: "text", text: { content: "字" } })
  })
  it("is signed for Feishu in the body, by seconds and both as key over nothing", () => {
    const { url, body } = callOf(
      "feishu",
      "https://open.feishu.cn/open-apis/bot/v2/hook/h",
      "demo",
      "字",
      now,
    )
    expect(url).not.toContain("sign")
    expect(body).toEqual({
      timestamp: "1763422200",
      sign: createHmac("sha256", "1763422200\ndemo").digest("base64"),
      msg_type: "text",
      content: { text: "字" },
    })
  })
  it("was taken only when the robot says so", () => {
    expect(refusedBy(200, '{"errcode":0,"errmsg":"ok"}')).toBeNull()
    expect(refusedBy(200, '{"StatusCode":0,"StatusMessage":"success"}')).toBeNull()
    expect(refusedBy(200, '{"code":19021,"msg":"sign match fail"}')).toBe("19021 sign match fail")
    expect(refusedBy(200, '{"errcode":310000,"errmsg":"sign not match"}')).toBe("310000 sign not match")
    expect(refusedBy(502, "")).toBe("HTTP 502")
    expect(refusedBy(200, "<html>")).toBe("?")
  })
})

it("tries again later and later, and gives up", () => {
  const now = new Date("2025-11-17T00:00:00Z")
  const minutes = [1, 2, 3, 4, 5, 6].map((tries) => (nextTry(tries, now)!.getTime() - now.getTime()) / 60_000)
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
  expect(minutes[0]).toBe(1)
  expect(nextTry(7, now)).toBeNull()
})

describe("a digest", () => {
  it("takes kind, post, count and deadline of a matter, and nothing that could name somebody", () => {
    const items = [
      {
        title: "张三入党",
        detail: "中共党员，排名 3/120",
        capacity: "校团委 书记",
        heading: "候选人：推荐",
        due: "2025-11-14",
      },
      { title: "李四", detail: "群众", capacity: "校团委 书记", heading: "候选人：推荐", due: "2025-11-20" },
      { title: "王五的情况说明", detail: "因病", capacity: "校团委 书记" },
    ]
    const lines = linesOf(items, "2025-11-17")
    expect(lines).toEqual([
      { capacity: "校团委 书记", heading: "候选人：推荐", count: 2, late: 1, due: "2025-11-14" },
      { capacity: "校团委 书记", heading: "其他待办", count: 1, late: 0, due: undefined },
    ])
    const { subject, text } = digestMail({
      university: "明湖大学",
      lines,
      total: 3,
      unread: 2,
      site: "https://x.example",
      frequency: "weekly",
    })
    expect(subject).toBe("明湖大学学生会工作：待办 3 件，其中逾期 1 件；未读提醒 2 条")
    expect(text).toContain("· 校团委 书记：候选人：推荐 2 件，逾期 1 件，最早应于2025年11月14日前办结")
    for (const word of ["张三", "李四", "王五", "党员", "群众", "120", "因病"])
      expect(text).not.toContain(word)
  })
  it("comes once a day, or once a week even where its Monday was missed", () => {
    expect(isDue("daily", "2025-11-17", "2025-11-17", "2025-11-17")).toBe(false)
    expect(isDue("daily", "2025-11-14", "2025-11-17", "2025-11-17")).toBe(true)
    expect(isDue("weekly", "2025-11-17", "2025-11-18", "2025-11-17")).toBe(false)
    expect(isDue("weekly", "2025-11-14", "2025-11-18", "2025-11-17")).toBe(true)
    expect(isDue("weekly", null, "2025-11-18", "2025-11-17")).toBe(true)
  })
})
