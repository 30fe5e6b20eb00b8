/** A course drawn, with what the reader may do in it: for the screens of other rooms. */
export { CoursePanel } from "./CoursePanel.tsx"
