import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { unwrap } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import { type Person, type TestWorld, testWorld } from "#kit/server/test-world.ts"
import { importsCheck, importsConfirm, importsOne } from "#modules/imports/contract.ts"
import { importsModule } from "#modules/imports/index.ts"
import { registerImport } from "./index.ts"

export const example = (name: string) =>
  fileURLToPath(new URL(`../../examples/minghu/${name}`, import.meta.url))

export interface Answers {
  readonly counts: {
    readonly needs: {
      readonly rows: number
      readonly byArea: Readonly<Record<string, number>>
      readonly byOffice: Readonly<Record<string, number>>
      readonly byFaculty: Readonly<Record<string, number>>
      readonly byStatus: Readonly<Record<string, number>>
      readonly anonymous: number
      readonly areaLeftBlankOrOtherWord: number
      readonly duplicateClusters: Readonly<Record<string, readonly number[]>>
    }
  }
}

export const answers = (): Answers["counts"]["needs"] =>
  (JSON.parse(readFileSync(example("answers.json"), "utf8")) as Answers).counts.needs
