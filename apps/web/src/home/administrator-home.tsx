export { default } from '../operations/health-page.tsx';
