import {
  type Actor,
  allowed,
  type Capacity,
  isSignedIn,
  mayAs,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"

export const anyone = (): Permission => allowed()

export const signedIn = (actor: Actor): Permission =>
  isSignedIn(actor) ? allowed() : onlyFor("已登录的学生")

/** 1.3 面向全体同学: whoever is in the register of students. */
export const mayRaise = (
  actor: Actor,
  { student }: { readonly student: { readonly number: string } | undefined },
): Permission =>
  isSignedIn(actor) && student?.number === actor.number
    ? allowed()
    : {
        refusal: {
          code: "not-allowed",
          because: "学籍名册中没有你的学号，不能提出或附议诉求",
          clause: "1.3",
          cure: "如果你是在籍学生，请向教务处核对学籍登记",
        },
      }

/** What is one's own: the room finds out on the person's sealed shelf, which nobody else opens. */
export const mayChangeOwn = (actor: Actor, { own }: { readonly own: boolean }): Permission =>
  isSignedIn(actor) && own ? allowed() : onlyFor("提出人本人", "1.3")

const decides = (c: Capacity) => c.post !== "clerk"
const isOfTwo = (c: Capacity) => c.office === "student-affairs" || c.office === "school-league"
const together = "党委学生工作部或学校团委"

/** 9.4: what both offices answer for: the categories and their clocks. */
export const maySetCategories = (actor: Actor): Permission =>
  mayAs(actor, `${together}负责人`, (c) => isOfTwo(c) && decides(c), "1.3")

/** Whom a student in danger reaches. */
export const maySetHelp = (actor: Actor): Permission =>
  mayAs(actor, "党委学生工作部负责人", (c) => c.office === "student-affairs" && decides(c), "1.3")

/** Asking that a seal be opened is office work of the two; whoever asks does not sign. */
export const mayAskUnsealing = (actor: Actor): Permission => mayAs(actor, together, isOfTwo, "1.3")

export const mayReadUnsealing = mayAskUnsealing

/** Urgent danger to a person: the head of either office, answerable for it. */
export const mayUnsealUrgent = (actor: Actor): Permission =>
  mayAs(actor, `${together}主要负责人`, (c) => isOfTwo(c) && c.post === "head", "1.3")

/** The two who signed the opening, and nobody else. */
export const mayReveal = (actor: Actor, { signers }: { readonly signers: readonly string[] }): Permission => {
  const signed = isSignedIn(actor) && signers.includes(actor.number)
  return signed
    ? mayAs(actor, "签署开启的两位负责人", (c) => isOfTwo(c) && decides(c), "1.3")
    : onlyFor("签署开启的两位负责人", "1.3")
}

/** In urgent danger one office acted: the other takes note. */
export const mayNote = (actor: Actor, { byOffice }: { readonly byOffice: string }): Permission =>
  mayAs(actor, "另一部门负责人", (c) => isOfTwo(c) && c.office !== byOffice && decides(c), "1.3")
