import type { maintainAssociation } from '@qafila/contract';
import type { z } from 'zod';
import type { AssociationKey } from '../world.ts';

type Profile = Required<
  Pick<
    z.input<typeof maintainAssociation.body>,
    'address' | 'seat' | 'purpose' | 'officePhone' | 'sectors' | 'governorateCodes' | 'aid'
  >
>;

const IN_KIND = [
  { kind: 'in_kind', cadence: 'monthly' },
  { kind: 'in_kind', cadence: 'emergency' },
] as const;
const CASH = [
  { kind: 'cash', cadence: 'monthly' },
  { kind: 'cash', cadence: 'emergency' },
] as const;
const MEDICAL = [
  { kind: 'medical', cadence: 'monthly' },
  { kind: 'medical', cadence: 'emergency' },
] as const;

/** What the associations of the campaigns say of themselves. */
export const PROFILES: Readonly<Record<AssociationKey, Profile>> = {
  sindiyana: {
    address: 'المزة، شارع الجلاء، بناء 14',
    seat: { lat: 33.5032, lng: 36.2561 },
    purpose: 'إغاثة الأسر المتضررة، وتوزيع الغذاء والأغطية، ودعم دخل الأسر التي تعيلها نساء.',
    officePhone: '011 612 4120',
    sectors: ['relief', 'families', 'livelihoods'],
    governorateCodes: ['SY01', 'SY03', 'SY06', 'SY10'],
    aid: [...IN_KIND, ...CASH],
  },
  jusour: {
    address: 'كفرسوسة، شارع التنظيم الأول',
    seat: { lat: 33.4978, lng: 36.2719 },
    purpose: 'إيصال العون إلى المناطق المتضررة، والرعاية الصحية الأولية.',
    officePhone: '011 214 4180',
    sectors: ['relief', 'health'],
    governorateCodes: ['SY01', 'SY03', 'SY04', 'SY06', 'SY10'],
    aid: [...IN_KIND, ...MEDICAL],
  },
  bayader: {
    address: 'الشاغور، شارع الأمين',
    seat: { lat: 33.5068, lng: 36.3098 },
    purpose: 'مشاريع زراعية صغيرة، ومساعدات عينية للمزارعين المتضررين.',
    officePhone: '',
    sectors: ['livelihoods', 'relief'],
    governorateCodes: ['SY03', 'SY04', 'SY10'],
    aid: [...IN_KIND],
  },
  zaytoun: {
    address: 'باب توما، شارع العازرية',
    seat: { lat: 33.5139, lng: 36.3158 },
    purpose: 'رعاية كبار السن، والأسر التي فقدت معيلها.',
    officePhone: '011 541 4250',
    sectors: ['older_people', 'families'],
    governorateCodes: ['SY01', 'SY03', 'SY06'],
    aid: [...CASH, ...MEDICAL],
  },
  yasmin: {
    address: 'الشعلان، شارع الحمراء',
    seat: { lat: 33.5176, lng: 36.2887 },
    purpose: 'تعليم الأطفال ودعمهم النفسي.',
    officePhone: '011 333 4270',
    sectors: ['children', 'education'],
    governorateCodes: ['SY01', 'SY03', 'SY04'],
    aid: [{ kind: 'in_kind', cadence: 'monthly' }],
  },
  barada: {
    address: 'دمر البلد، شارع النهر',
    seat: { lat: 33.5344, lng: 36.2288 },
    purpose: 'الإغاثة السريعة، وحماية ضفاف النهر.',
    officePhone: '',
    sectors: ['relief', 'culture_and_environment'],
    governorateCodes: ['SY01', 'SY03', 'SY10'],
    aid: [{ kind: 'in_kind', cadence: 'emergency' }],
  },
  bayt: {
    address: 'الميدان، ساحة الأشمر',
    seat: { lat: 33.4892, lng: 36.2971 },
    purpose: 'كفالة الأسر، ومطبخ خيري يومي.',
    officePhone: '011 887 4310',
    sectors: ['families', 'relief', 'older_people'],
    governorateCodes: ['SY01', 'SY03'],
    aid: [...IN_KIND, ...CASH],
  },
  qamh: {
    address: 'القصاع، ساحة جورج خوري',
    seat: { lat: 33.5183, lng: 36.3202 },
    purpose: 'توزيع الخبز والدقيق، وتجهيز الأفران في المناطق المتضررة.',
    officePhone: '011 444 4330',
    sectors: ['relief', 'livelihoods'],
    governorateCodes: ['SY01', 'SY04', 'SY06', 'SY10'],
    aid: [...IN_KIND, { kind: 'cash', cadence: 'emergency' }],
  },
};
