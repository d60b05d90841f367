export { isChimeOn, setChime } from './chime.ts';
export { NoticeBanner } from './NoticeBanner.tsx';
export { NoticeBell } from './NoticeBell.tsx';
