// The Debian packages the tests look through: a browser, Chinese fonts, Word and PDF readers.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { say } from "./prepare.mjs"

/** @param {string[]} names */
const onPath = (...names) =>
  names.some((name) =>
    (process.env.PATH ?? "").split(":").some((folder) => folder !== "" && existsSync(`${folder}/${name}`)),
  )
const hasFont = () =>
  spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" }).stdout?.includes("CJK") ||
  existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")

const needs = [
  { name: "chromium", isThere: () => onPath("chromium", "chromium-browser", "google-chrome") },
  { name: "fonts-noto-cjk", isThere: hasFont },
  { name: "libreoffice-writer-nogui", isThere: () => onPath("soffice", "libreoffice") },
  { name: "poppler-utils", isThere: () => onPath("pdftotext") },
  { name: "belenios-tool", isThere: () => onPath("belenios-tool") },
]

/** Installs what is missing where that is possible, and says plainly what to do where it is not. */
export function installPrograms() {
  const missing = needs.filter((need) => !need.isThere()).map((need) => need.name)
  if (missing.length === 0) return
  const list = missing.join(" ")
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"]
  const mayInstall =
    onPath("apt-get") && (prefix.length === 0 || spawnSync("sudo", ["-n", "true"]).status === 0)
  if (mayInstall) {
    say(`正在安装测试要用的程序：${list}`, "Installing what the tests need")
    apt(prefix, ["update", "-qq"])
    if (apt(prefix, ["install", "-y", "-qq", "--no-install-recommends", ...missing])) return
  }
  say(
    `测试还需要这些程序，这里装不了，请手工安装：sudo apt-get install ${list}`,
    "Please install these by hand; tests that need them will fail",
  )
}

/** @param {string[]} prefix @param {string[]} args */
function apt(prefix, args) {
  const [command = "apt-get", ...rest] = [
    ...prefix,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    ...args,
  ]
  return spawnSync(command, rest, { stdio: ["ignore", "inherit", "inherit"] }).status === 0
}
