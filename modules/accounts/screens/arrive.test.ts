import { expect, it } from "vitest"
import { isOurs } from "./arrive.ts"

it.each(["/me", "/office/courses?all=1", "/calls/c0", "/congress/a1", "/volunteer/mine", "/needs/raise"])(
  "comes back to %s",
  (address) => expect(isOurs(address)).toBe(true),
)

it.each([
  undefined,
  "",
  "me",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "https://elsewhere.example",
  "javascript:alert(1)",
  "/api/accounts/me",
  "/sign-in?back=/sign-in",
])("goes to the first page instead of %s", (address) => expect(isOurs(address)).toBe(false))
