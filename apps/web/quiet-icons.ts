import type { Plugin } from "vite"

const named = '"aria-label": icon.name'
const clear = "createElement(CloseCircleFilled, null)"
const clearNamed = `createElement(CloseCircleFilled, { "aria-label": document.documentElement.lang === "en" ? "Clear" : "清除" })`

/** Where the library's text stands, and what it becomes. */
const changes = [
  {
    at: "@ant-design/icons/es/components/AntdIcon",
    from: named,
    to: '"aria-hidden": restProps["aria-label"] ? undefined : true',
  },
  { at: "antd/es/_util/hooks/useAllowClear.", from: clear, to: clearNamed },
]

/**
 * Hides icons from being read out: the library names them in English ("upload 选择文件"). One that says something is
 * given a name; so is the cross that clears a field, whose button has no words.
 */
export const quietIcons = (): Plugin => ({
  name: "quiet-icons",
  transform(code, id) {
    const change = changes.find(({ at }) => id.includes(at))
    if (!change) return null
    if (!code.includes(change.from)) throw new Error(`${id} says ${change.from} in another way now`)
    return { code: code.replaceAll(change.from, change.to), map: null }
  },
})
