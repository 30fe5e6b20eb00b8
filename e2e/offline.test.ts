import type { AddressInfo } from "node:net"
import { connect, createServer, type Socket } from "node:net"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, openPage } from "../apps/web/for-tests/browser.ts"
import { openProduct } from "./product.ts"

/** A line between the phone and the product that can be cut: the browser's own switch does not reach its workers. */
async function openLine(to: string) {
  const target = Number(new URL(to).port)
  const sockets = new Set<Socket>()
  let cut = false
  const server = createServer((phone) => {
    if (cut) return phone.destroy()
    const product = connect(target, "127.0.0.1")
    for (const s of [phone, product]) {
      sockets.add(s)
      s.on("error", () => {}).on("close", () => {
        sockets.delete(s)
        phone.destroy()
        product.destroy()
      })
    }
    phone.pipe(product).pipe(phone)
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  return {
    // Workers run on a trustworthy address only, as this one is.
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => {
      cut = true
      for (const s of sockets) s.destroy()
    },
    mend: () => {
      cut = false
    },
    close: () => server.close(),
  }
}

describe("without a connection", () => {
  let product: Awaited<ReturnType<typeof openProduct>>
  let line: Awaited<ReturnType<typeof openLine>>
  let browser: Browser
  let page: Page
  const student = "202201010101"
  const call = "校学生会主席团候选人、工作部门成员选拔通知"
  beforeAll(async () => {
    product = await openProduct()
    line = await openLine(product.address)
    browser = await openBrowser()
    page = (await openPage(browser, { width: 390, theme: "light", language: "zh" }, { offline: true })).page
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    line?.cut()
    line?.close()
    await product?.shut()
  })

  const signIn = async () => {
    await page.goto(`${line.address}/sign-in`)
    await page.getByLabel("学号 / 工号").fill(student)
    await page.getByLabel("密码", { exact: true }).fill(product.logins[student]!)
    await page.getByRole("button", { name: "登录", exact: true }).click()
  }
  const shelved = () =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()))
      return requests.flat().map((r) => new URL(r.url).pathname)
    })

  it("a student without an office lands on the own page, whose files are shelved and nothing else", async () => {
    await signIn()
    await page.waitForURL(/\/me$/)
    await page.getByText(call).waitFor()
    await expect.poll(shelved, { timeout: 15_000 }).toContain("/index.html")
    const paths = await shelved()
    expect(
      paths.filter((p) => /^\/(api|office|sign-in)/.test(p) || /(Inbox|Booth|Input|List)/.test(p)),
    ).toEqual([])
    expect(paths.some((p) => /^\/assets\/Me-.*\.js$/.test(p))).toBe(true)
  })

  it("the last page stays readable and says from when it is", async () => {
    line.cut()
    await page.reload()
    await page.getByText(call).waitFor()
    await page.getByText(/没有网络，以下是\d{4}年\d+月\d+日.*的内容/).waitFor()
    // From the home screen, from a link: the same.
    await page.goto(`${line.address}/me`)
    await page.getByRole("heading", { level: 1, name: "我的主页" }).waitFor()
    expect(await page.getByText("罗静").count()).toBeGreaterThan(0)
  })

  it("a page that was never kept says that there is no connection; the office is not there", async () => {
    await page.getByRole("link", { name: "全部 选拔通知" }).click()
    await page.getByText("连接不上服务器").waitFor()
    expect(await page.goto(`${line.address}/office`).catch(() => null)).toBeNull()
    // The browser's own page comes after its failure, and would come in the way of the next.
    await expect.poll(() => page.url(), { timeout: 15_000 }).toMatch(/^chrome-error:/)
  })

  it("mended, the page is asked again and says nothing of its age", async () => {
    line.mend()
    await page.goto(`${line.address}/me`)
    await page.getByText(call).waitFor()
    expect(await page.getByText(/没有网络/).count()).toBe(0)
  })

  it("after signing out nothing of the person is left to read", async () => {
    await page.getByRole("button", { name: "退出登录" }).click()
    await page.waitForURL(`${line.address}/`)
    await page.getByRole("link", { name: "登录", exact: true }).waitFor()
    line.cut()
    await page.goto(`${line.address}/me`)
    await page.getByText("连接不上服务器").waitFor()
    const left = await page.evaluate(() => `${document.body.innerText} ${JSON.stringify(localStorage)}`)
    expect(left).not.toContain("罗静")
    expect(left).not.toContain(call)
    expect((await shelved()).filter((p) => p.startsWith("/api"))).toEqual([])
    line.mend()
  })

  it("leaving without a connection empties the shelf of answers all the same", async () => {
    await signIn()
    await page.waitForURL(/\/me$/)
    await page.getByText(call).waitFor()
    line.cut()
    await page.getByRole("button", { name: "退出登录" }).click()
    await page.getByText("连接不上服务器").waitFor()
    expect(await page.evaluate(() => localStorage.getItem("qiaoliang.kept"))).toBeNull()
    await page.reload()
    await page.getByText("连接不上服务器").waitFor()
    expect(await page.getByText("罗静").count()).toBe(0)
    line.mend()
  })
})
