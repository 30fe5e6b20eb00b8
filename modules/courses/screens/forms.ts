/** A course drawn, with what the reader may do in it: for the screens of other rooms. */
export { BatchForm } from "./BatchForm.tsx"
export type { CourseLine } from "./CourseList.tsx"
export { CoursePanel } from "./CoursePanel.tsx"
