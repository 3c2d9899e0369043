export { CoursePage } from './CoursePage';
export { LessonPage } from './LessonPage';
export { findLesson } from './own-lessons';
