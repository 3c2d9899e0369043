export { CoursePage } from './CoursePage';
export { DrillPage } from './DrillPage';
export { GlossaryPage } from './GlossaryPage';
export { LessonPage } from './LessonPage';
export { OwnPage } from './OwnPage';
export { findLesson, isOwnLesson, lessonFrom } from './own-lessons';
