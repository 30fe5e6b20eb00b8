export { advance, begin } from "./advance.ts"
export {
  applicant,
  type Case,
  type Holding,
  type Move,
  type MoveKind,
  type Mover,
  type Objection,
  type Signature,
  type State,
  stepAt,
  type Today,
  unsignedOf,
} from "./course.ts"
export { type Drawn, draw, mermaid } from "./draw.ts"
export { dueOf, type Late, noticeEnds, overdue } from "./due.ts"
export { type Offer, offer, type Waiting, waitingFor } from "./offer.ts"
export {
  type Ask,
  type By,
  by,
  jointly,
  type Procedure,
  procedure,
  type Step,
  step,
  withExtra,
} from "./procedure.ts"
