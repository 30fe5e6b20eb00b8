import { Form, Select } from "antd"
import type { ReactNode } from "react"

interface BuiltOnProps {
  /** `学院/班级`, of the register. */
  readonly classes: readonly string[]
  readonly societies: readonly { readonly name: string; readonly main: boolean }[]
  /** The host's own, whose classes stand at the top. */
  readonly faculty: string | null | undefined
  readonly words: {
    readonly classes: string
    /** Why at least one is chosen. */
    readonly more: string
    readonly societies: string
    readonly main: (name: string) => string
  }
}

/** What an activity or a project is built on (2.5): the fields `classes` and `societies` of a form. */
export function BuiltOn({ classes, societies, faculty, words }: BuiltOnProps): ReactNode {
  return (
    <>
      <Form.Item name="classes" label={words.classes} extra={words.more}>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: "label" }}
          options={ownFirst(classes, faculty).map((value) => ({ value, label: value.replace("/", " ") }))}
        />
      </Form.Item>
      <Form.Item name="societies" label={words.societies}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          options={societies.map((s) => ({ value: s.name, label: s.main ? words.main(s.name) : s.name }))}
        />
      </Form.Item>
    </>
  )
}

const ownFirst = (classes: readonly string[], faculty: string | null | undefined): readonly string[] => {
  const own = (name: string) => Boolean(faculty) && name.startsWith(`${faculty}/`)
  return [...classes.filter(own), ...classes.filter((c) => !own(c))]
}
