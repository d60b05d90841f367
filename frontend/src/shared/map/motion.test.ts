import { describe, expect, it } from 'vitest';
import { Motion } from './motion.ts';
import { toWorld } from './projection.ts';
import type { SceneVehicle } from './scene.ts';

const truck = (lat: number, headingDeg: number | null = 0): SceneVehicle => ({
  id: 'truck',
  convoyId: 'convoy',
  lat,
  lng: 36.7,
  headingDeg,
  stage: 'en_route',
  delayed: false,
  incident: false,
  signal: 'live',
});

const options = { laneOf: () => ({ x: 0, y: 0 }), isStill: false };

function drive(from: SceneVehicle, to: SceneVehicle): Motion {
  const motion = new Motion();
  motion.set([from], 0, options);
  motion.set([to], 1000, options);
  return motion;
}

describe('Motion', () => {
  it('starts a vehicle where it is first seen', () => {
    const motion = new Motion();
    motion.set([truck(34.5)], 0, options);
    expect(motion.get('truck')?.world).toEqual(toWorld(truck(34.5)));
    expect(motion.isMoving).toBe(false);
  });

  it('glides to the next fix in the time the fixes were apart, and then rests', () => {
    const motion = drive(truck(34.5), truck(34.51));
    const [from, to] = [toWorld(truck(34.5)).y, toWorld(truck(34.51)).y];
    motion.step(1500);
    expect(motion.get('truck')?.world.y).toBeCloseTo((from + to) / 2, 9);
    motion.step(2000);
    expect(motion.get('truck')?.world.y).toBe(to);
    expect(motion.isMoving).toBe(false);
  });

  it('goes on from where it is when a fix comes in on the way', () => {
    const motion = drive(truck(34.5), truck(34.51));
    motion.step(1500);
    const midway = motion.get('truck')?.world.y;
    motion.set([truck(34.52)], 1500, options);
    motion.step(1500);
    expect(motion.get('truck')?.world.y).toBe(midway);
  });

  it('does not start again when the same fix is told twice', () => {
    const motion = drive(truck(34.5), truck(34.51));
    motion.step(1900);
    motion.set([truck(34.51)], 1950, options);
    motion.step(2000);
    expect(motion.isMoving).toBe(false);
  });

  it('turns the short way round through north', () => {
    const motion = drive(truck(34.5, 350), truck(34.51, 10));
    motion.step(1500);
    expect((motion.get('truck')?.headingDeg ?? -1) % 360).toBeCloseTo(0, 6);
  });

  it('appears at once in a place that is too far to have been driven to', () => {
    const motion = drive(truck(33.5), truck(35.5));
    expect(motion.isMoving).toBe(false);
    expect(motion.get('truck')?.world).toEqual(toWorld(truck(35.5)));
  });

  it('does not move on its own for a reader who asked for less motion', () => {
    const motion = new Motion();
    motion.set([truck(34.5)], 0, options);
    motion.set([truck(34.51)], 1000, { ...options, isStill: true });
    expect(motion.isMoving).toBe(false);
  });

  it('leaves those alone that it is not told of', () => {
    const motion = new Motion();
    const other = { ...truck(34.6), id: 'other' };
    motion.set([truck(34.5), other], 0, options);
    motion.move([truck(34.51)], 1000, options);
    motion.step(2000);
    expect(motion.get('truck')?.world).toEqual(toWorld(truck(34.51)));
    expect(motion.get('other')?.world).toEqual(toWorld(other));
  });

  it('forgets a vehicle that is no longer told of', () => {
    const motion = drive(truck(34.5), truck(34.51));
    motion.set([], 2000, options);
    expect([...motion.all()]).toEqual([]);
  });
});

it('knows when half a pixel will have been driven, and that nothing is due when all rest', () => {
  const motion = drive(truck(34.5), truck(34.51));
  motion.step(1000);
  motion.notePainted();
  const way = Math.abs(toWorld(truck(34.51)).y - toWorld(truck(34.5)).y);
  const scale = 2 / way;
  expect(motion.paintDueInMs(scale, 1000)).toBeCloseTo(250, 6);
  expect(motion.paintDueInMs(scale, 1200)).toBeCloseTo(50, 6);
  expect(motion.paintDueInMs(scale, 1300)).toBe(0);
  expect(motion.paintDueInMs(scale / 5, 1000)).toBe(Number.POSITIVE_INFINITY);
  motion.step(2000);
  motion.notePainted();
  expect(motion.paintDueInMs(scale, 2000)).toBe(Number.POSITIVE_INFINITY);
});
