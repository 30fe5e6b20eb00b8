import type { Plugin } from "vite"

const named = '"aria-label": icon.name'

/** Hides icons from being read out: the library names them in English ("upload 选择文件"). One that says something is given a name. */
export const quietIcons = (): Plugin => ({
  name: "quiet-icons",
  transform(code, id) {
    if (!id.includes("@ant-design/icons/es/components/AntdIcon")) return null
    if (!code.includes(named)) throw new Error("@ant-design/icons names its icons in another way now")
    return {
      code: code.replace(named, '"aria-hidden": restProps["aria-label"] ? undefined : true'),
      map: null,
    }
  },
})
