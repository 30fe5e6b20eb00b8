import { describe, expect, it } from "vitest"
import { device, place } from "./caller.ts"
import { evenNumber, hashCode, newCode, sameHash } from "./code.ts"
import { cookieValue, readCookie } from "./cookie.ts"
import { acceptable } from "./password.ts"

describe("passwords", () => {
  const person = { number: "2023010101", name: "王小明" }
  it.each([
    ["短短短", "密码至少10个字符"],
    ["2023010101", "密码不能包含学号（工号）"],
    ["my2023010101!", "密码不能包含学号（工号）"],
    ["aaaaaaaaaaaa", "密码中不同的字符太少"],
    ["0123456789", "密码不能是连续的数字或字母"],
  ])("refuses %s", (password, because) => {
    expect(acceptable(password, person)).toMatchObject({ ok: false, error: { because, at: "password" } })
  })
  it("accepts ten characters of any script", () => {
    expect(acceptable("一二三四五六七八九十", person).ok).toBe(true)
    expect(acceptable("correct horse", person).ok).toBe(true)
  })
})

describe("activation codes", () => {
  it("carry 80 bits, each byte giving one of 32 letters", () => {
    expect(newCode(() => new Uint8Array(16).map((_, i) => i * 17))).toMatch(/^(\w{4}-){3}\w{4}$/)
    expect(new Set(Array.from({ length: 200 }, () => newCode())).size).toBe(200)
  })
  it("are read as people write them", () => {
    expect(hashCode("ol0i-abcd")).toBe(hashCode("0101ABCD"))
    expect(hashCode("abcd")).not.toBe(hashCode("abce"))
  })
  it("never match where none was issued", () => {
    expect(sameHash(null, "0".repeat(64))).toBe(false)
    expect(sameHash(hashCode("a"), hashCode("A"))).toBe(true)
  })
})

it("evens numbers out", () => {
  expect(evenNumber(" ２０２３ a1 ")).toBe("2023A1")
})

it("reads only cookies of its own shape", () => {
  const token = "x".repeat(32)
  expect(readCookie(cookieValue("uni", token))).toEqual({ university: "uni", token })
  for (const odd of [undefined, "", "uni", "uni.short", `.${token}`, `uni.${token}'--`])
    expect(readCookie(odd)).toBeNull()
})

it("shows an address without its last part", () => {
  expect(place("192.168.3.7")).toBe("192.168.3.*")
  expect(place("2001:db8::1")).toBe("2001:db8:0:*")
  expect(place("odd")).toBe("")
})

it("names devices", () => {
  expect(device("Mozilla/5.0 (iPhone; CPU iPhone OS 18) MicroMessenger/8")).toBe("微信 · iOS")
  expect(device("curl/8")).toBe("未知设备")
})
