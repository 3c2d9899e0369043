export { CoursePage } from './CoursePage';
export { DrillPage } from './DrillPage';
export { LessonPage } from './LessonPage';
export { findLesson } from './own-lessons';
