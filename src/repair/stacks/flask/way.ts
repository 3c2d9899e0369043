import type { Way } from '../../python/values';

export interface FlaskWay extends Way {
  isNew?: boolean;
  isFallback?: boolean;
}
