export { DriverPhoneButton } from './DriverPhoneButton.tsx';
export { useDriverPhones } from './driver-phones.ts';
