import { placeKey, placeName, regionName, showsPlace } from './site-names.js';

describe('names of places', () => {
  it('say side and site', () => {
    expect([placeName({ site: 'hip', side: 'left' }), placeName({ site: 'lumbar-spine' })]).toEqual(['Left hip', 'Lumbar spine']);
    expect([placeKey({ site: 'hip', side: 'right' }), placeKey({ site: 'forearm' })]).toEqual(['hip/right', 'forearm']);
  });

  it('keep vertebrae as the device writes them, with a true dash', () => {
    expect(['L1-L4', 'L1,L3-L4', 'L2', 'femoral-neck'].map(regionName)).toEqual(['L1–L4', 'L1,L3–L4', 'L2', 'Femoral neck']);
  });
});

describe('an image', () => {
  it('shows the scan of its site and side', () => {
    expect(showsPlace({ site: 'hip', side: 'left' }, { site: 'hip', side: 'left' })).toBe(true);
    expect(showsPlace({ site: 'hip', side: 'left' }, { site: 'hip', side: 'right' })).toBe(false);
    expect(showsPlace({}, { site: 'lumbar-spine' })).toBe(false);
  });

  it('of both hips shows either', () => {
    expect(showsPlace({ site: 'hip' }, { site: 'hip', side: 'right' })).toBe(true);
  });
});
