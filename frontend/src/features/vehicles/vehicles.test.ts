import { createVehicle } from '@qafila/contract';
import { describe, expect, it } from 'vitest';
import { isLocalOnly, traccarSetup } from './phone-setup.ts';
import { NEW_VEHICLE, toBody } from './vehicle-values.ts';

const typed = { ...NEW_VEHICLE, plate: '47-218563', kind: 'van' as const };

describe('a vehicle as it is typed', () => {
  it.each(['2.5', '٢٫٥', '2,5', ' 2.50 '])('reads %s cubic metres', (maxVolumeMl) => {
    const body = toBody({ ...typed, maxWeightG: 1_500, maxVolumeMl });
    expect(createVehicle.body.parse(body)).toMatchObject({ maxWeightG: 1_500_000, maxVolumeMl: 2_500_000 });
  });

  it.each(['', 'wide', '-1', '1.2.3'])('leaves %j for the contract to refuse', (maxVolumeMl) => {
    const body = toBody({ ...typed, maxWeightG: 1_500, maxVolumeMl });
    expect(createVehicle.body.safeParse(body).success).toBe(false);
  });
});

describe('setting a phone', () => {
  it('carries the id and the server in one address', () => {
    const url = new URL(traccarSetup('https://qafila.example', '23456789abcdefgh'));
    expect(url.origin + url.pathname).toBe('https://qafila.example/');
    expect(url.searchParams.get('id')).toBe('23456789abcdefgh');
  });

  it('knows the addresses that no phone reaches', () => {
    expect(['localhost', '127.0.0.1', '[::1]'].every(isLocalOnly)).toBe(true);
    expect(['192.168.1.5', 'qafila.example'].some(isLocalOnly)).toBe(false);
  });
});
