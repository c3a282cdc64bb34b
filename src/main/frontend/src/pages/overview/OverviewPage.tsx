import { useLayoutEffect, useRef } from 'preact/hooks';
import { mount } from '../../measures/mount';
import './overview.css';

/** The measures for supervisors and managers, as managers also see them in Cockpit. */
export function OverviewPage() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : mount(place.current, 'page')), []);
  return <div ref={place} />;
}
