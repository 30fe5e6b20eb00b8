import { beforeEach, expect, it, vi } from "vitest"

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}

/** As a page opens: nothing is known but what the device kept. */
async function open() {
  vi.resetModules()
  return import("./kept.ts")
}

beforeEach(() => {
  kept.clear()
  vi.stubGlobal("localStorage", storage)
})

it("keeps what came before the server said whose it is, and gives it to the same person later", async () => {
  const first = await open()
  first.keep("/api/home/mine", { items: 1 }, 5)
  expect(kept.size).toBe(0)
  first.belongTo("a1")
  const later = await open()
  expect(later.lastKept("/api/home/mine")).toEqual({ items: 1 })
  later.belongTo("a1")
  expect(later.lastKept("/api/home/mine")).toEqual({ items: 1 })
})

it("gives nobody what was another's, nor anything after signing out", async () => {
  const a = await open()
  a.belongTo("a1")
  a.keep("/api/home/mine", "of a1")
  const b = await open()
  b.belongTo("b2")
  expect(b.lastKept("/api/home/mine")).toBeUndefined()
  b.keep("/api/home/mine", "of b2")
  b.belongTo("")
  expect(b.lastKept("/api/home/mine")).toBeUndefined()
  expect(kept.size).toBe(0)
  b.keep("/api/home/mine", "of nobody")
  expect(kept.size).toBe(0)
})

it("keeps nothing that comes after leaving until somebody is known again", async () => {
  const a = await open()
  a.belongTo("a1")
  a.keep("/api/home/mine", "before")
  a.forget()
  a.keep("/api/home/mine", "still on its way")
  expect(kept.size).toBe(0)
  a.belongTo("")
  expect(kept.size).toBe(0)
})

it("keeps nothing for a window whose person left in another", async () => {
  const a = await open()
  a.belongTo("a1")
  kept.clear()
  a.keep("/api/home/mine", "late")
  expect(kept.size).toBe(0)
})

it("reads nothing out of what it cannot read", async () => {
  kept.set("qiaoliang.kept", "{")
  expect((await open()).lastKept("/api/home/mine")).toBeUndefined()
})
